import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { done, refused } from '../ground/result.ts'
import type { Result } from '../ground/result.ts'
import { checkCase, metadata } from './definition.ts'
import type { CheckCase, Definition } from './definition.ts'
import { feeTable } from './fee-table.ts'
import { problemsOfForm } from './form-check.ts'
import { formDefinition } from './form-definition.ts'
import { pointerProblems } from './folder-pointers.ts'
import { budgetProblem, readProcess } from './process.ts'
import { textsTold } from './told.ts'

export const procedureFiles = ['procedure.json', 'form.json', 'fees.json', 'process.bpmn', 'cases.json'] as const

/** What is wrong, where: file, place in the file, reason. */
export type Problem = { readonly file: string; readonly path: string; readonly reason: string }

/** A folder of the catalogue, read whole: the definition, the process as drawn, the check cases, and the hash of all of it. */
export type ProcedureFolder = {
  readonly definition: Definition
  readonly bpmn: string
  readonly cases: readonly CheckCase[]
  readonly hash: string
}

const largest = 1024 * 1024

/**
 * Reads `catalogue/<code>/` and checks every part of it against the others. Refuses `procedure-folder-wrong` with all problems
 * found, so that they can be mended in one go; a missing part is one of them.
 * @law Dự thảo quy chế Một cửa điện tử Điều 10.1.c
 * @req S3A-10.1c
 */
export async function readProcedureFolder(folder: string): Promise<Result<ProcedureFolder, 'procedure-folder-wrong'>> {
  const problems: Problem[] = []
  const texts = Object.fromEntries(
    await Promise.all(procedureFiles.map(async (file) => [file, await readText(folder, file, problems)])),
  )
  if (problems.length > 0) return wrong(problems)

  const about = parsed('procedure.json', texts, metadata, problems)
  const form = parsed('form.json', texts, formDefinition, problems)
  const fees = parsed('fees.json', texts, feeTable, problems)
  const cases = parsed('cases.json', texts, z.array(checkCase).min(1), problems)
  const bpmn = texts['process.bpmn'] as string
  const process = await readProcess(bpmn)
  if (!process.ok) problems.push({ file: 'process.bpmn', path: '', reason: 'unreadable', ...process.detail })

  if (about && about.code !== basename(folder))
    problems.push({ file: 'procedure.json', path: '/code', reason: `the folder is ${basename(folder)}` })
  if (form) problems.push(...problemsOfForm(form).map((one) => ({ file: 'form.json', ...one })))
  if (!about || !form || !fees || !cases || !process.ok || problems.length > 0) return wrong(problems)

  const { steps, legs, waits, decision } = process.value
  const definition: Definition = {
    ...about,
    form,
    fees,
    process: [...steps],
    ...(legs.length > 0 ? { legs: [...legs] } : {}),
    ...(waits.length > 0 ? { waits: [...waits] } : {}),
    ...(decision ? { processDecision: decision } : {}),
  }
  const reason = budgetProblem(steps, about.timeLimits)
  if (reason) problems.push({ file: 'process.bpmn', path: '', reason })
  problems.push(...pointerProblems(definition), ...wordProblems(definition))
  return problems.length > 0 ? wrong(problems) : done({ definition, bpmn, cases, hash: hashOf(texts) })
}

/** Other words are for a text the procedure says, letter by letter. */
function wordProblems(definition: Definition): Problem[] {
  const said = textsTold(definition)
  return Object.keys(definition.words ?? {})
    .filter((text) => !said.includes(text))
    .map((text) => ({ file: 'procedure.json', path: '/words', reason: `the procedure does not say: ${text}` }))
}

async function readText(folder: string, file: string, problems: Problem[]): Promise<string> {
  try {
    const path = join(folder, file)
    if ((await stat(path)).size > largest) throw new RangeError('larger than 1 MiB')
    const text = await readFile(path, 'utf8')
    if (text !== text.normalize('NFC')) throw new RangeError('not in NFC')
    return text
  } catch (fault) {
    const reason = (fault as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : String((fault as Error).message)
    problems.push({ file, path: '', reason })
    return ''
  }
}

function parsed<T>(
  file: string,
  texts: Record<string, string>,
  schema: z.ZodType<T>,
  problems: Problem[],
): T | undefined {
  let value: unknown
  try {
    value = JSON.parse(texts[file] ?? '')
  } catch (fault) {
    problems.push({ file, path: '', reason: (fault as Error).message })
    return undefined
  }
  const read = schema.safeParse(value)
  if (read.success) return read.data
  for (const issue of read.error.issues)
    problems.push({ file, path: issue.path.map((part) => `/${String(part)}`).join(''), reason: issue.message })
  return undefined
}

/** One hash over all files by name, so that any change of any of them is a change of the procedure. */
function hashOf(texts: Record<string, string>): string {
  const hash = createHash('sha256')
  for (const file of procedureFiles)
    hash.update(`${file}\0${Buffer.byteLength(texts[file] ?? '')}\0`).update(texts[file] ?? '')
  return hash.digest('hex')
}

function wrong(problems: readonly Problem[]) {
  return refused('procedure-folder-wrong', { problems })
}

/** The problems of a refused folder, one line each. */
export function problemLines(detail: Readonly<Record<string, unknown>> | undefined): string[] {
  const problems = (detail?.['problems'] ?? []) as readonly Problem[]
  return problems.map(({ file, path, reason }) => `${file}${path ? ` ${path}` : ''}: ${reason}`)
}
