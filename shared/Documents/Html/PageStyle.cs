namespace SalesReports.Documents.Html;

/// <summary>The style of the online page: light, dark, narrow and printed. Every text has 4.5:1 or more on its ground.</summary>
internal static class PageStyle
{
    public const string Css = """

        :root { --page: #f3f5f8; --sheet: #ffffff; --title: #0b2545; --text: #1f2937; --muted: #56606e; --rule: #d5dae1; --ground: #eef2f7;
          --now: #1d4ed8; --past: #9db9f2; --area: #e4ecfd; --green: #15803d; --green-soft: #e6fbee; --amber: #9a4a07; --amber-soft: #fef3c7; --red: #b91c1c; --red-soft: #fee2e2; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #0b1220; --sheet: #111827; --title: #f3f6fb; --text: #e5e9f0; --muted: #a9b4c4; --rule: #2f3b4d; --ground: #1c2736;
            --now: #60a5fa; --past: #34528c; --area: #1a2a47; --green: #4ade80; --green-soft: #12331f; --amber: #fbbf24; --amber-soft: #3a2b0a; --red: #f87171; --red-soft: #3d1717; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.45 "Source Sans 3", "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
        main, footer { max-width: 1080px; margin: 0 auto; padding: 0 28px; background: var(--sheet); overflow-wrap: anywhere; }
        main { border-top: 8px solid #0b2545; padding-top: 24px; padding-bottom: 4px; }
        footer { border-top: 1px solid var(--rule); padding-top: 12px; padding-bottom: 28px; color: var(--muted); font-size: 13px; }
        footer p { margin: 2px 0; }
        h1, h2, h3, p, dl, dd { margin: 0; }
        h1 { font-size: 30px; line-height: 1.2; color: var(--title); }
        h2 { font-size: 18px; color: var(--title); }
        h3 { font-size: 14.5px; font-weight: 600; color: var(--muted); }
        section { margin: 14px 0 24px; }
        ul { margin: 8px 0 0; padding-left: 20px; }
        .company { font-weight: 600; color: var(--muted); }
        .top { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }
        .when { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; color: var(--muted); }
        .pill { white-space: nowrap; font-size: 13px; font-weight: 600; padding: 2px 10px; border-radius: 999px; color: var(--muted); background: var(--ground); }
        .pill.big { font-size: 16px; padding: 4px 14px; }
        .pill.green { color: var(--green); background: var(--green-soft); }
        .pill.amber { color: var(--amber); background: var(--amber-soft); }
        .pill.red { color: var(--red); background: var(--red-soft); }
        .headline { margin: 18px 0; padding: 14px 20px; background: var(--ground); border-left: 5px solid var(--muted); border-radius: 4px; }
        .headline .first { font-size: 19px; font-weight: 600; color: var(--title); }
        .revenue { display: grid; grid-template-columns: 1fr 2fr; gap: 18px; align-items: stretch; margin-bottom: 18px; }
        .cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 18px; }
        .card { border: 1px solid var(--rule); border-left: 4px solid var(--muted); border-radius: 6px; padding: 14px 16px; min-width: 0; }
        .headline.green, .card.green { border-left-color: var(--green); }
        .headline.amber, .card.amber { border-left-color: var(--amber); }
        .headline.red, .card.red { border-left-color: var(--red); }
        .value { font-size: 30px; line-height: 1.25; font-weight: 700; display: flex; justify-content: space-between; align-items: center; gap: 8px; }
        .large .value { font-size: 40px; }
        .value.undefined { font-weight: 600; color: var(--muted); }
        .middle { display: flex; justify-content: space-between; align-items: flex-start; gap: 10px; }
        dl { font-size: 13.5px; }
        dt, dd { display: inline; }
        dd { font-weight: 600; white-space: nowrap; }
        .large dl { font-size: 16px; line-height: 1.7; }
        .note { color: var(--muted); font-size: 13px; margin-top: 4px; }
        .legend { color: var(--muted); font-size: 13px; white-space: nowrap; }
        .spark { width: 36%; max-width: 150px; flex: none; }
        .scroll { overflow-x: auto; margin-top: 8px; }
        table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th, td { text-align: right; padding: 9px 6px; border-bottom: 1px solid var(--rule); white-space: nowrap; overflow-wrap: normal; }
        thead th { background: var(--ground); border-bottom: 2px solid var(--title); font-size: 13px; white-space: normal; vertical-align: bottom; }
        th:first-child, td:last-child, thead th:last-child { text-align: left; }
        tbody th { font-weight: 400; white-space: normal; min-width: 130px; }
        tbody td:nth-child(2), .status { font-weight: 600; }
        .part { border-top: 1px solid var(--rule); padding-top: 18px; margin-top: 28px; }
        .lead { margin: 6px 0 12px; font-size: 16px; }
        .heading { margin-top: 20px; color: var(--title); font-size: 15.5px; }
        .notes { color: var(--muted); font-size: 14px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin: 12px 0; font-size: 14px; }
        .tile { border: 1px solid var(--rule); border-radius: 6px; padding: 10px 14px; }
        .tile dt, .tile dd { display: block; white-space: normal; font-weight: 400; color: var(--muted); }
        .tile dd.figure { font-size: 24px; font-weight: 700; color: var(--text); }
        .tile dd.detail { font-size: 13px; }
        .drawing { margin: 16px 0; }
        .drawing figcaption { font-weight: 600; font-size: 14.5px; color: var(--muted); margin-bottom: 6px; }
        .grid .text { text-align: left; white-space: normal; overflow-wrap: break-word; min-width: 80px; }
        .grid .number { text-align: right; font-weight: 400; }
        .grid tbody td:nth-child(2) { font-weight: 400; }
        .grid tfoot th, .grid tfoot td { font-weight: 700; border-top: 2px solid var(--rule); }
        details { margin: 10px 0; }
        summary { cursor: pointer; color: var(--now); font-weight: 600; padding: 4px 0; }
        .contents ul { columns: 3; column-gap: 24px; padding-left: 18px; }
        .contents li { padding: 3px 0; break-inside: avoid; }
        a { color: var(--now); }
        a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--now); outline-offset: 2px; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .scroll { position: relative; }
        .status.green { color: var(--green); }
        .status.amber { color: var(--amber); }
        .status.red { color: var(--red); }
        .status.none { color: var(--muted); }
        @media (max-width: 860px) { .revenue { grid-template-columns: 1fr; } .cards { grid-template-columns: repeat(2, 1fr); } }
        @media (max-width: 560px) { main, footer { padding-left: 16px; padding-right: 16px; } .cards { grid-template-columns: 1fr; } .contents ul { columns: 1; } h1 { font-size: 24px; } header .top { flex-wrap: wrap; } }
        @media print { @page { size: A4; margin: 12mm; } body { background: #fff; font-size: 11px; } main, footer { max-width: none; padding-left: 0; padding-right: 0; } .card, tr, .chart { break-inside: avoid; } .scroll { overflow: visible; } .contents, details { display: none; } .drawing, .tile, h2, h3 { break-inside: avoid; } h2, h3, .lead { break-after: avoid; } .cards { grid-template-columns: repeat(3, 1fr); } .revenue { grid-template-columns: 1fr 2fr; } table { font-size: 10px; } * { print-color-adjust: exact; } }
        """;
}
