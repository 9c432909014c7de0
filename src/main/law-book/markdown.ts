/** Text that stands in a cell or a line of Markdown as it is. */
export function plain(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;')
}

/** The title of a test without the ids in its brackets, where they stand beside it anyway. */
export function withoutClaims(title: string): string {
  return title.replaceAll(/\s*\[S\d[^\]]*\]/g, '').trim()
}

/** A table; every row on a line of its own, so that two branches that add rows meet seldom. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A link to a file of the house from a page under `docs/law/` (or `docs/`). */
export function source(path: string, depth = 2): string {
  return `[${path}](${'../'.repeat(depth)}${path})`
}

/** Says at the top of a page how it came about, so that nobody mends it by hand. */
export function madeBy(command: string): string {
  return `<!-- Made by \`npm run motcua -- ${command}\`; do not edit. -->`
}

export function page(...parts: readonly string[]): string {
  return `${parts.join('\n\n').trim()}\n`
}
