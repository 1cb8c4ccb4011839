"""How a published page looks, as CSS: light and dark, on a phone, and printed; contrast AA."""

from bot.export.style import STYLE as OF_AN_EXPORT

STYLE = f"""{OF_AN_EXPORT}
body {{ overflow-wrap: break-word; }}
code {{ font: 0.95em ui-monospace, monospace; overflow-wrap: anywhere; }}
blockquote {{ margin: 0.8rem 0; padding: 0.1rem 1rem; border-inline-start: 4px solid var(--line);
  white-space: pre-line; }}
.wide {{ overflow-x: auto; margin: 1rem 0; }}
.wide:focus-visible {{ outline: 3px solid var(--link); outline-offset: 2px; }}
table {{ border-collapse: collapse; width: 100%; font-size: 0.95rem; }}
caption {{ text-align: start; font-weight: 600; padding: 0.3rem 0; }}
th, td {{ text-align: start; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0;
  border-block-end: 1px solid var(--line); }}
thead th {{ color: var(--quiet); font-weight: 600; }}
tbody th {{ font-weight: 500; }}
.counts th:not(:first-child), .counts td {{ text-align: end; font-variant-numeric: tabular-nums;
 }}
.counts td, .counts tbody th {{ white-space: nowrap; }}
figure {{ margin: 1rem 0; }}
figure svg {{ display: block; inline-size: 100%; max-inline-size: 40rem; block-size: auto; }}
@media (max-width: 34rem) {{
  .words table, .words caption, .words tbody, .words tr, .words td, .words tbody th {{
    display: block; }}
  .words td::before {{ content: attr(data-column) ": "; color: var(--quiet); }}
  .words thead {{ position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); }}
  .words tr {{ border-block-end: 1px solid var(--line); padding: 0.5rem 0; }}
  .words th, .words td {{ border: 0; padding: 0.1rem 0; }}
  .words tbody th {{ font-weight: 700; }}
}}
"""
