import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step, TimeLimit } from './index.ts'
import { budgetProblem, readProcess } from './index.ts'

const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`
const task = (id: string, attributes: string, name = 'Việc') =>
  `<bpmn:userTask id="${id}" name="${name}" ${attributes} />`
const start = '<bpmn:startEvent id="start" />'
const end = '<bpmn:endEvent id="end" />'
const officer = 'motcua:role="one-stop-officer"'

function file(...elements: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn" id="d" targetNamespace="t">
  <bpmn:process id="p">${elements.join('')}</bpmn:process>
</bpmn:definitions>`
}

const straight = file(
  start,
  task('receive', `${officer} motcua:minutes="30"`, 'Tiếp nhận'),
  task('return', `${officer} motcua:outsideClock="true"`, 'Trả kết quả'),
  end,
  flow('a', 'start', 'receive'),
  flow('b', 'receive', 'return'),
  flow('c', 'return', 'end'),
)

test('a drawn process becomes steps in the order of the drawing', async () => {
  assert.deepEqual(await readProcess(straight), {
    ok: true,
    value: [
      { id: 'receive', name: 'Tiếp nhận', role: 'one-stop-officer', budgetMinutes: 30, outsideClock: false },
      { id: 'return', name: 'Trả kết quả', role: 'one-stop-officer', budgetMinutes: null, outsideClock: true },
    ],
  })
})

const path = async (xml: string) => {
  const read = await readProcess(xml)
  return read.ok ? 'ok' : read.detail?.['path']
}

test('a drawing that is not one straight way is refused, naming the element', async () => {
  const one = task('one', `${officer} motcua:minutes="30"`)
  const two = task('two', `${officer} motcua:minutes="30"`)
  const toOne = flow('a', 'start', 'one')
  assert.equal(await path(file(start, one, end, toOne)), 'one')
  assert.equal(await path(file(start, one, two, end, toOne, flow('b', 'one', 'end'))), 'two')
  assert.equal(await path(file(start, one, two, end, toOne, flow('b', 'one', 'two'), flow('c', 'one', 'end'))), 'one')
  assert.equal(await path(file(start, one, two, end, toOne, flow('b', 'one', 'two'), flow('c', 'two', 'one'))), 'two')
  assert.equal(await path(file(one, end, flow('b', 'one', 'end'))), 'p')
  assert.equal(
    await path(file(start, '<bpmn:serviceTask id="s" />', end, flow('a', 'start', 's'), flow('b', 's', 'end'))),
    's',
  )
  assert.equal(await path(file(start, end, flow('a', 'start', 'end'))), '')
})

test('a task has a known role, and minutes or a place outside the clock', async () => {
  const with1 = (attributes: string) =>
    file(start, task('one', attributes), end, flow('a', 'start', 'one'), flow('b', 'one', 'end'))
  assert.equal(await path(with1(`${officer} motcua:minutes="30"`)), 'ok')
  assert.equal(await path(with1('motcua:role="mayor" motcua:minutes="30"')), 'one')
  assert.equal(await path(with1('motcua:minutes="30"')), 'one')
  assert.equal(await path(with1(officer)), 'one')
  assert.equal(await path(with1(`${officer} motcua:minutes="0"`)), 'one')
  assert.equal(await path(with1(`${officer} motcua:minutes="30" motcua:outsideClock="true"`)), 'one')
})

test('what is no process file at all is refused, not thrown', async () => {
  for (const xml of [
    '',
    'not xml',
    '<a/>',
    straight.slice(0, 400),
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  ]) {
    const read = await readProcess(xml)
    assert.ok(!read.ok && read.refusal === 'process-unreadable', xml.slice(0, 20))
  }
})

test('the minutes of the steps make up the time limit; a working day is 480', () => {
  const steps = (...minutes: (number | null)[]): Step[] =>
    minutes.map((budgetMinutes, at) => ({
      id: `s${at}`,
      name: 'Việc',
      role: 'one-stop-officer',
      budgetMinutes,
      outsideClock: budgetMinutes === null,
    }))
  const limits = (value: number, unit: TimeLimit['limit']['unit'], condition?: string): TimeLimit[] => [
    {
      channel: 'any',
      limit: { value, unit },
      printed: { value, unit, text: String(value) },
      confidence: 'read',
      condition,
    },
  ]
  assert.equal(budgetProblem(steps(480, 960, null), limits(3, 'working-days')), null)
  assert.match(budgetProblem(steps(480, 959, null), limits(3, 'working-days')) ?? '', /1439 minutes.*1440/)
  assert.match(budgetProblem(steps(1441), limits(3, 'working-days')) ?? '', /1441/)
  assert.equal(budgetProblem(steps(60, 60, null), limits(2, 'working-hours')), null)
  assert.equal(budgetProblem(steps(195), limits(1, 'same-day')), null)
  assert.equal(budgetProblem(steps(480), limits(1, 'same-day')), null)
  assert.match(budgetProblem(steps(481), limits(1, 'same-day')) ?? '', /481/)
  assert.equal(budgetProblem(steps(9999), limits(30, 'calendar-days')), null)
  assert.equal(budgetProblem(steps(9999), limits(3, 'working-days', 'Phải xác minh')), null)
  assert.match(
    budgetProblem(steps(480, 960), limits(3, 'working-days')) ?? '',
    /bước cuối “Việc” phải nằm ngoài thời hạn/,
  )
})
