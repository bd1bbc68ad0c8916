import type { Letter } from './letter.js'

/**
 * A letter as HTML: one column that fits a telephone, the reader's own colours, nothing that is loaded
 * from anywhere. Styles stand beside the elements, for mail programs drop style sheets.
 */
export const letterHtml = ({ subject, paragraphs, action, reason }: Letter): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0 auto;max-width:36em;padding:1.5em;font:16px/1.5 system-ui,sans-serif">
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
<p style="margin:2em 0"><a href="${escaped(action.url)}" style="background:#1d4ed8;border-radius:8px;color:#fff;display:inline-block;padding:12px 20px;text-decoration:none">${escaped(action.label)}</a></p>
<p style="font-size:14px;word-break:break-all">${escaped(action.url)}</p>
<p style="font-size:14px">${escaped(reason)}</p>
</body>
</html>
`

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
