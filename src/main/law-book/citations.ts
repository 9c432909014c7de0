import { transitions } from '../../dossiers/law/index.ts'
import { actWords } from '../../words/index.ts'
import { citationsOf, claimsOf, exportedFunctions, read, ruleFiles, testFiles, titlesOf } from '../reading.ts'

/** A rule under one article it carries out. */
export type Citation = {
  readonly instrument: string
  /** `Điều 14.4`, or what else of the text is meant. */
  readonly article: string
  readonly rule: string
  readonly file: string
  readonly ids: readonly string[]
}

export type Proof = { readonly title: string; readonly file: string; readonly ids: readonly string[] }

export const unconfirmed = 'Chưa kiểm chứng'

/** Every rule of the house and every row of the table of acts, once under each article it cites. */
export function citations(): Citation[] {
  const rules = ruleFiles().flatMap((file) =>
    exportedFunctions(read(file)).flatMap(({ name, doc }) => {
      const { laws, ids } = citationsOf(doc)
      return laws.flatMap(articlesIn).map((article) => ({ ...article, rule: `\`${name}\``, file, ids }))
    }),
  )
  const acts = transitions.flatMap(({ act, as, from, to, law, req }) => {
    const words = actWords[act].vi
    const rule = `${words}${as ? (as === 'person' ? ' (cá nhân)' : ' (cơ quan)') : ''}: \`${from.join('`, `')}\` → \`${to}\``
    const file = 'src/dossiers/law/transitions.ts'
    return articlesIn(law).map((article) => ({ ...article, rule, file, ids: req }))
  })
  return [...rules, ...acts]
}

/** `61/2018/NĐ-CP Điều 19.4 (…); 766/QĐ-TTg (…)` as instrument and article; a remark that names no text is left out. */
export function articlesIn(law: string): { instrument: string; article: string }[] {
  return law
    .replace(/\*\/$/, '')
    .split(';')
    .map((part) => part.trim())
    .flatMap((part) => {
      if (part.includes('unconfirmed'))
        return [{ instrument: unconfirmed, article: part.replace(/:? ?unconfirmed/, '').trim() }]
      const [, instrument = '', article = ''] = /^(.+?)(?:,)?(?: (Điều .*|\(.*))?$/.exec(part) ?? []
      return /\d{2,4}|Luật/.test(instrument) ? [{ instrument, article }] : []
    })
}

/** Every test that claims a requirement, by what its title says; a part that is only known when the test runs is shown as *…*. */
export function proofs(): Proof[] {
  return testFiles().flatMap((file) =>
    titlesOf(read(file))
      .map((written) => {
        const title = written.replaceAll(/\\(.)/g, '$1').replaceAll(/\$\{[^}]*\}/g, '…')
        return { title, file, ids: claimsOf(title) }
      })
      .filter(({ ids }) => ids.length > 0),
  )
}

/** Whether a test that ran under this name is the one with this title. */
export function isNamed(title: string, name: string): boolean {
  const [first = '', ...rest] = title.split('…')
  let at = name.startsWith(first) ? first.length : -1
  for (const part of rest) {
    const found = at < 0 ? -1 : name.indexOf(part, at)
    at = found < 0 ? -1 : found + part.length
  }
  return at === name.length || (at >= 0 && title.endsWith('…'))
}
