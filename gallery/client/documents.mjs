// Takes each picture of a list of pages that need nothing, from a section on, and packs it small.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import sharp from "sharp";

const { browser: executablePath, shots } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--font-render-hinting=none"] });

for (const { url, section, size: [width, height], theme, file } of shots) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1.5, colorScheme: theme });
    const page = await context.newPage();
    await page.goto(url);
    if (section) { await page.locator(`#${section}`).evaluate(one => one.scrollIntoView()); }
    const png = await page.screenshot();
    writeFileSync(file, await sharp(png).png({ palette: true, colours: 48, effort: 5, compressionLevel: 9 }).toBuffer());
    await context.close();
}
await browser.close();
