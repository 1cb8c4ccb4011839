// Takes each picture of a list of pages that need nothing, from a section on, and packs it small.
// Before it, reads each page with axe-core in each size and theme; each violation is said, and ends it with 1.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import sharp from "sharp";

const { browser: executablePath, checks, rules, shots } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--font-render-hinting=none"] });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");

const opened = async ({ url, size: [width, height], theme }, rest) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, ...rest });
    const page = await context.newPage();
    await page.goto(url);
    return page;
};

let found = 0;
for (const check of checks) {
    // The page forbids every script; axe is run past that, and the page as it stands is read.
    const page = await opened(check, { bypassCSP: true });
    await page.evaluate(axe);
    const { passes, violations, incomplete } = await page.evaluate(tags => axe.run({ runOnly: tags }), rules);
    const where = `${check.name}, ${check.size[0]} pixels, ${check.theme}`;
    for (const { id, help, nodes } of violations) {
        found += 1;
        console.error(`${where}: ${id}: ${help}: ${nodes.map(one => one.target.join(" ")).join(", ")}`);
    }
    const open = incomplete.map(one => `${one.id} (${one.nodes.length})`).join(", ");
    console.log(`${where}: ${passes.length} rules hold, ${violations.length} do not; to be judged by hand: ${open || "nothing"}`);
    await page.context().close();
}

for (const { section, file, ...shot } of shots) {
    const page = await opened(shot, { deviceScaleFactor: 1.5 });
    if (section) { await page.locator(`#${section}`).evaluate(one => one.scrollIntoView()); }
    const png = await page.screenshot();
    writeFileSync(file, await sharp(png).png({ palette: true, colours: 48, effort: 5, compressionLevel: 9 }).toBuffer());
    await page.context().close();
}
await browser.close();
process.exitCode = found ? 1 : 0;
