import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lawBook } from '../law-book/index.ts'
import { read, root } from '../reading.ts'

/**
 * `law`: every rule under the article it cites, with the tests that prove it; `--write` lays the pages down under `docs/law/`, `--check` says which
 * of them would become another.
 */
export function lawCommand(rest: string[]): number {
  const book = lawBook()
  if (rest.includes('--check')) return check(book, 'law --write')
  if (rest.includes('--write')) lay(book)
  else console.log(book.get('docs/law/articles.md'))
  return 0
}

export function lay(book: ReadonlyMap<string, string>): void {
  for (const [path, text] of book) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`  ${path}`)
  }
}

/** Zero when every page lies there exactly as it would be made now. */
export function check(book: ReadonlyMap<string, string>, command: string): number {
  const other = [...book].filter(([path, text]) => !existsSync(join(root, path)) || read(path) !== text)
  for (const [path] of other) console.error(`  ${path}: khác với mã nguồn / differs; npm run motcua -- ${command}`)
  return other.length === 0 ? 0 : 1
}
