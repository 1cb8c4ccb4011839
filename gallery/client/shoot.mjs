// Takes each picture of a list with a browser that is installed, and packs it small.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import sharp from "sharp";

const { browser: executablePath, shots } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--font-render-hinting=none"] });

async function taken(shot) {
    const [width, height] = shot.size;
    const scale = 1.5;
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme: shot.theme });
    const page = await context.newPage();
    page.on("pageerror", error => console.error(`${shot.name}: ${error.message}`));
    await page.goto(shot.url);
    await page.waitForFunction(() => window.ready === true || window.failed, undefined, { timeout: 30_000 });
    const failed = await page.evaluate(() => window.failed && String(window.failed));
    if (failed) { throw new Error(`${shot.name}: ${failed}`); }
    if (shot.opens) { await page.click(shot.opens).catch(() => {}); }
    await page.evaluate(() => document.fonts.ready);
    const whole = shot.fits ? page.locator(".shot") : page;
    const png = await whole.screenshot();
    writeFileSync(shot.file, await sharp(png).png({ palette: true, colours: 48, effort: 5, compressionLevel: 9 }).toBuffer());
    await context.close();
}

async function each() {
    for (let shot = shots.shift(); shot !== undefined; shot = shots.shift()) { await taken(shot); }
}

await Promise.all([each(), each()]);
await browser.close();
