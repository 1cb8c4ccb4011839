"""How the page of an export looks, as CSS: in light and dark, on a phone, and printed."""

STYLE = """
:root { color-scheme: light dark; --ink: #1c1b1a; --paper: #fdfcfa; --quiet: #5b5752;
  --line: #d9d4cc; --link: #1f4e9c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae6; --paper: #1a1918; --quiet: #b3aea6; --line: #45413c; --link: #9dc1ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 46rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 0.3rem; }
h3 { font-size: 1rem; margin: 1.1rem 0 0.3rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.stays { margin: 0; color: var(--quiet); }
ul.rows { list-style: none; margin: 0; padding: 0; }
ul.rows > li { border-block-start: 1px solid var(--line); padding: 0.6rem 0; }
dl { display: grid; grid-template-columns: minmax(7rem, 13rem) 1fr; gap: 0.15rem 1rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; white-space: pre-wrap; unicode-bidi: isolate; }
dd ul { margin: 0; padding-inline-start: 1.1rem; white-space: normal; }
footer { border-block-start: 2px solid var(--line); margin-block-start: 2.5rem; }
@media (max-width: 34rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-block-end: 0.5rem; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #333; --line: #999; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  h2, h3 { break-after: avoid; }
  ul.rows > li { break-inside: avoid; }
}
"""
