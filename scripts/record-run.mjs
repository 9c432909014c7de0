// A reporter of node:test: what a whole run proved, one JSON a line, for `motcua requirements --write`.
import { relative } from 'node:path'
import { root } from './install.mjs'

/** Every test that ended, with its file and whether it passed (a skipped one proves nothing), and at the very end that the run was whole. */
// oxlint-disable-next-line import/no-default-export -- node:test asks for it
export default async function* record(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const { name, file, skip, todo, details } = data
    if (!file || details?.type === 'suite') continue
    const passed = type === 'test:pass' && skip === undefined && todo === undefined
    yield `${JSON.stringify({ file: relative(root, file), name, passed })}\n`
  }
  yield `${JSON.stringify({ whole: true })}\n`
}
