import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../reading.ts'
import { commandList, helpOf } from './list.ts'

/** The first column of the table of commands: every call in backticks, up to what is filled in. */
function documented(): string[] {
  const table = /^\| command \| does \|\n\|---\|---\|\n((?:\|.*\n)+)/m.exec(read('docs/running.md'))?.[1] ?? ''
  const calls = table.split('\n').flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
  return calls.map(([, call = '']) => call.replace(/ [<[-].*$/, ''))
}

test('the help and the table of running.md name the same commands, each once', () => {
  const names = commandList.map(([name]) => name as string)
  assert.deepEqual(documented().toSorted(), names.toSorted())
  for (const name of names)
    assert.equal(
      helpOf()
        .split('\n')
        .filter((line) => `${line} `.startsWith(`  motcua ${name} `)).length,
      1,
    )
  assert.equal(helpOf('keys').split('\n').length, 4)
})
