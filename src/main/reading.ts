import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** How the house reads its own sources: what imports what, which rules there are, what the tests claim. */
export const root = join(import.meta.dirname, '../..')

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

export function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name))).toSorted()
}

export function isTest(path: string): boolean {
  return /\.(test|soak)\.tsx?$/.test(path)
}

/** Every test file of the house, in order. */
export function testFiles(): string[] {
  return ['src', 'database', 'catalogue', 'provinces', 'journeys'].flatMap(filesUnder).filter(isTest)
}

/** Every file that holds rules. */
export function ruleFiles(): string[] {
  return filesUnder('src').filter((path) => path.includes('/law/') && !isTest(path))
}

/** The known requirements: id and the group it belongs to. */
export function requirements(): Map<string, string> {
  const lines = read('docs/requirements.tsv').trim().split('\n').slice(1)
  return new Map(lines.map((line) => line.split('\t')).map(([id = '', group = '']) => [id, group]))
}

type Exported = { name: string; doc: string; text: string }

/** The exported functions of a file, each with its doc comment and its text up to the next thing at the margin. */
export function exportedFunctions(source: string): Exported[] {
  const shape =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^export (?:async )?(?:function\*? (\w+)|const (\w+)[^=\n]*= (?:async )?(?:<[^>]*>)?\([^\n]*=>)/gm
  return [...source.matchAll(shape)].map((found) => {
    const [whole, doc = '', name, constant] = found
    const begins = found.index + doc.length
    const rest = source.slice(found.index + whole.length)
    const ends = /\n(?=\/\*\*|export |(?:async )?function |const |type )/.exec(rest)?.index ?? rest.length
    return { name: name ?? constant ?? '', doc, text: source.slice(begins, found.index + whole.length + ends) }
  })
}

/** What a doc comment cites: its laws, and the requirements they meet. */
export function citationsOf(doc: string): { laws: string[]; ids: string[] } {
  const lines = (tag: string) => [...doc.matchAll(new RegExp(`@${tag} ([^\\n*]+)`, 'g'))].map(([, line = '']) => line)
  return { laws: lines('law').map((line) => line.trim()), ids: lines('req').flatMap(idsIn) }
}

export function titlesOf(text: string): string[] {
  return [...text.matchAll(/\b(?:test|it|describe|suite)(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)].map(
    ([, , title = '']) => title,
  )
}

/** The requirement ids a title claims, in its brackets. */
export function claimsOf(title: string): string[] {
  return [...title.matchAll(/\[([^\]]+)\]/g)].flatMap(([, inside = '']) => (/^S\d/.test(inside) ? idsIn(inside) : []))
}

function idsIn(list: string): string[] {
  return list.split(/[\s,;]+/).filter((word) => /^S\d/.test(word))
}
