import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { house } from './house.ts'
import {
  citationsOf,
  claimsOf,
  exportedFunctions,
  filesUnder,
  read,
  requirements as requirementGroups,
  root,
  ruleFiles,
  testFiles,
  titlesOf,
} from './main/reading.ts'

const order = Object.keys(house)
const requirements = requirementGroups()
const sources = filesUnder('src')
const rules = ruleFiles()
const tests = testFiles()

test('the house reads its own imports: values, types, re-exports, side effects and late ones', () => {
  const text = `
    import a, { type B } from './a.ts'
    import type { C } from '../c.ts'
    import { type D, type E } from "./d.ts"
    export * from './e.ts'
    import './f.ts'
    // import { no } from './comment.ts'
    const late = await import('./g.ts')`
  const found = importsOf(text).map(({ from, typesOnly }) => `${from}${typesOnly ? ' types' : ''}`)
  assert.deepEqual(found, ['./a.ts', '../c.ts types', './d.ts types', './e.ts', './f.ts', './g.ts'])
})

test('a module imports only from modules that stand earlier in the house, by their front door', () => {
  const complaints = sources.flatMap((path) => {
    const here = moduleOf(path)
    return importsOf(read(path)).flatMap(({ from }) => {
      const target = targetOf(path, from)
      const there = target && moduleOf(target)
      if (!there || there === here) return []
      if (here === 'house.ts' || here === 'house.test.ts') return []
      if (!(order.indexOf(there) < order.indexOf(here))) return [`${path}: ${there} stands after ${here}`]
      const door = there === 'ground' || [`src/${there}/index.ts`, `src/${there}/law/index.ts`].includes(target)
      return door ? [] : [`${path}: enters ${there} by ${target}, not by its front door`]
    })
  })
  none(complaints)
})

/** Packages that only compute: the same answer for the same question, no matter when and where. */
const purePackages = new Set(['zod'])
const pureGround = new Set(['src/ground/result.ts', 'src/ground/day.ts'])

test('rules are pure: they import only rules, types and what computes', () => {
  const complaints = rules.flatMap((path) =>
    importsOf(read(path)).flatMap(({ from, typesOnly }) => {
      const target = targetOf(path, from)
      const pure = target ? target.includes('/law/') || pureGround.has(target) : purePackages.has(from)
      return typesOnly || pure ? [] : [`${path}: ${from}`]
    }),
  )
  none(complaints)
})

test('rules ask neither the clock nor chance nor the machine', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bMath\.random\b|\bprocess\b|\bcrypto\b|\bfetch\(|\bset(Timeout|Interval|Immediate)\(|\bperformance\b|\bglobalThis\b|\bTemporal\.Now\b/
  const complaints = rules.flatMap((path) => {
    const lines = withoutComments(read(path)).split('\n')
    return lines.flatMap((line, index) =>
      impure.test(withoutStrings(line)) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
    )
  })
  none(complaints)
})

test('the house knows a rule when it reads one: it may, checks, must, charges, sets a day, or can refuse', () => {
  const text = `
/** A rule by its name. */
export function mayAccept(papers: Papers): boolean {
  return papers.whole
}

/** A rule by what it answers. */
export async function readNumber(text: string): Promise<Result<string, 'number-wrong'>> {
  return read(text)
}

/** A rule, because it refuses. */
export const order = (signed: number) => (signed > 1 ? refused('signed-twice') : done())

/** No rule: it only says where something stands. */
export function isState(text: string): text is State {
  return known(text)
}

/** No rule: the name of a month begins like one. */
export const mayor = (name: string) => name`
  assert.deepEqual(
    exportedFunctions(text).map(({ name, text }) => `${name} ${isRule(name, text)}`),
    ['mayAccept true', 'readNumber true', 'order true', 'isState false', 'mayor false'],
  )
})

/**
 * What must cite its article and its requirement: an exported function of a `law/` folder that decides. It decides when its name begins
 * with may, check, must, due or fee, or when it can refuse (it answers with a `Result` or says `refused(…)`). Other functions there
 * (arithmetic, readings, words) may cite; whoever cites one of the two cites both.
 */
function isRule(name: string, text: string): boolean {
  return /^(may|check|must|due|fee)([A-Z]|$)/.test(name) || /\bResult<|\brefused\(/.test(text)
}

test('every exported rule names its law and its requirement', () => {
  const complaints = rules.flatMap((path) =>
    exportedFunctions(read(path)).flatMap(({ name, doc, text }) => {
      const missing = ['@law', '@req'].filter((tag) => !new RegExp(`${tag} \\S`).test(doc))
      const unknown = citationsOf(doc).ids.filter((id) => !requirements.has(id))
      const owes = isRule(name, text) || missing.length === 1
      const lacking = owes && missing.length > 0 ? [`${path}: ${name} has no ${missing.join(', no ')}`] : []
      return [...lacking, ...unknown.map((id) => `${path}: ${name} cites ${id}, which is unknown`)]
    }),
  )
  none(complaints)
})

test('every module is listed in the house and introduces itself in a README', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const used = folders.map((folder) => folder.name).filter((name) => sources.some((path) => moduleOf(path) === name))
  const unlisted = used.filter((name) => !order.includes(name))
  const silent = used.filter((name) => !existsSync(join(root, 'src', name, 'README.md')))
  assert.deepEqual({ unlisted, silent }, { unlisted: [], silent: [] })
})

test('every migration says which module it belongs to', () => {
  const names = readdirSync(join(root, 'database/migrations'))
  assert.deepEqual(
    names.filter((name) => !order.includes(name.split('-')[1]?.replace('.sql', '') ?? '')),
    [],
  )
})

test('tests claim at most three requirements each, and only such as exist', () => {
  const complaints = tests.flatMap((path) =>
    titlesOf(read(path)).flatMap((title) => {
      const ids = claimsOf(title)
      const unknown = ids.filter((id) => !requirements.has(id))
      return [
        ...unknown.map((id) => `${path}: ${id} is unknown`),
        ...(ids.length > 3 ? [`${path}: claims ${ids.join(', ')}`] : []),
      ]
    }),
  )
  none(complaints)
})

/** Fails with all complaints, one a line. */
function none(complaints: string[]): void {
  assert.ok(complaints.length === 0, `\n${complaints.join('\n')}`)
}

type Import = { from: string; typesOnly: boolean }

function importsOf(text: string): Import[] {
  const clause = /(?:^|\n)\s*(?:import|export)\s+(?:([\w\s{},*$]+?)\s+from\s+)?['"]([^'"]+)['"]/g
  const statements = [...withoutComments(text).matchAll(clause)].map(([, names = '', from = '']) => ({
    from,
    typesOnly: onlyTypes(names),
  }))
  const late = [...withoutComments(text).matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, from = '']) => ({
    from,
    typesOnly: false,
  }))
  return [...statements, ...late]
}

function onlyTypes(names: string): boolean {
  if (/^type\s/.test(names)) return true
  const braces = /^\{([^}]*)\}$/.exec(names.trim())
  const each =
    braces?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  return each.length > 0 && each.every((name) => name.startsWith('type '))
}

/** The file of ours that an import means; nothing for a package. */
function targetOf(path: string, from: string): string | undefined {
  return from.startsWith('.') ? relative(root, join(root, dirname(path), from)) : undefined
}

/** Files outside `src` (generated row types) belong to no module. */
function moduleOf(path: string): string {
  return path.startsWith('src/') ? (path.split('/')[1] ?? '') : ''
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1')
}

function withoutStrings(line: string): string {
  return line.replace(/'(?:\\.|[^'\\])*'/g, "''")
}
