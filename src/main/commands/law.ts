import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { citationsOf, exportedFunctions, read, root, ruleFiles } from '../reading.ts'

type Rule = { law: string; name: string; file: string; ids: string[] }

/** `law [--write]`: every rule under the article it cites; `--write` lays the list down as `docs/law.md`. */
export function lawCommand(rest: string[]): number {
  if (rest.includes('--write')) writeFileSync(join(root, 'docs/law.md'), lawPage())
  else console.log(lawPage())
  return 0
}

/** The list of rules by article, as a page. */
export function lawPage(): string {
  const byLaw = Map.groupBy(rules(), ({ law }) => law)
  const laws = [...byLaw.keys()].toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
  const sections = laws.map((law) => `## ${law}\n\n${byLaw.get(law)!.map(line).join('\n')}\n`)
  const head =
    '# Căn cứ và quy tắc\n\nEvery rule by the article it carries out. Made by `npm run motcua -- law --write`.\n'
  return [head, ...sections].join('\n')
}

function line({ name, file, ids }: Rule): string {
  const met = ids.length > 0 ? ` (${ids.join(', ')})` : ''
  return `- [\`${name}\`](../${file})${met}`
}

/** One line for each article that a rule cites; a rule that cites two stands under both. */
function rules(): Rule[] {
  return ruleFiles().flatMap((file) =>
    exportedFunctions(read(file)).flatMap(({ name, doc }) => {
      const { laws, ids } = citationsOf(doc)
      const articles = laws.flatMap((law) => law.split(';').map((each) => each.trim()))
      return articles.map((law) => ({ law, name, file, ids }))
    }),
  )
}
