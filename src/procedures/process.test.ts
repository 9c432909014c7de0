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
    value: {
      steps: [
        { id: 'receive', name: 'Tiếp nhận', role: 'one-stop-officer', budgetMinutes: 30, outsideClock: false },
        { id: 'return', name: 'Trả kết quả', role: 'one-stop-officer', budgetMinutes: null, outsideClock: true },
      ],
      legs: [],
      waits: [],
      decision: undefined,
    },
  })
})

const gate = (id: string) => `<bpmn:parallelGateway id="${id}" />`
const by = (agency: string, minutes: number) => `motcua:agency="${agency}" motcua:minutes="${minutes}"`

/** The lead works from `split` to `join`; police and after them social insurance beside it. */
const linked = (own: string, ...more: string[]) => [
  start,
  gate('split'),
  task('lead', own),
  task('home', by('police', 240), 'Đăng ký thường trú'),
  task('card', by('social-insurance', 120), 'Cấp thẻ'),
  gate('join'),
  end,
  flow('la', 'start', 'split'),
  flow('lb', 'split', 'lead'),
  flow('lc', 'split', 'home'),
  flow('ld', 'home', 'card'),
  flow('le', 'lead', 'join'),
  flow('lf', 'card', 'join'),
  ...(more.length > 0 ? more : [flow('lg', 'join', 'end')]),
]

test('between a split and its join other agencies have their legs, each after the one whose result it needs', async () => {
  const read = await readProcess(file(...linked(`${officer} motcua:minutes="360"`)))
  assert.ok(read.ok)
  assert.deepEqual(
    read.value.steps.map(({ id }) => id),
    ['lead'],
  )
  assert.deepEqual(read.value.legs, [
    { id: 'home', name: 'Đăng ký thường trú', duty: 'police', budgetMinutes: 240, needs: [] },
    { id: 'card', name: 'Cấp thẻ', duty: 'social-insurance', budgetMinutes: 120, needs: ['home'] },
  ])
})

const why = async (...elements: string[]) => {
  const read = await readProcess(file(...elements))
  return read.ok ? 'ok' : `${read.detail?.['path']}: ${read.detail?.['reason']}`
}

test('a join without its split, a split without its join, a leg longer than the lead’s way, an unknown agency are refused with the reason', async () => {
  const lead = `${officer} motcua:minutes="360"`
  assert.equal(await why(...linked(lead)), 'ok')
  assert.match(await why(...linked(`${officer} motcua:minutes="359"`)), /^home: .*360 minutes.*only 359/)
  const alone = [task('one', lead), gate('join'), end, flow('b', 'one', 'join'), flow('c', 'join', 'end')]
  assert.match(await why(start, flow('a', 'start', 'one'), ...alone), /^join: .*no split/)
  const lost = linked(lead).map((one) => one.replace('targetRef="join"', 'targetRef="end"'))
  assert.match(await why(...lost), /^split: .*no join/)
  const second = linked(lead, flow('lg', 'join', 'end'), task('late', lead), flow('lh', 'late', 'join'))
  assert.match(await why(...second), /^split: .*no other way in/)
  const stranger = linked(lead).map((one) => one.replace('"police"', '"coast-guard"'))
  assert.match(await why(...stranger), /^home: .*coast-guard/)
  const leaderless = linked(lead).map((one) => one.replace(lead, by('health', 10)))
  assert.match(await why(...leaderless), /^split: .*lead’s own/)
  const back = linked(lead, flow('lg', 'join', 'split'))
  assert.match(await why(...back), /^split: .*turns back/)
  const timeless = linked(lead).map((one) =>
    one.replace(by('social-insurance', 120), 'motcua:agency="social-insurance"'),
  )
  assert.match(await why(...timeless), /^card: .*minutes/)
})

const waiting = (attributes: string, duration = 'P1D') =>
  `<bpmn:intermediateCatchEvent id="word" name="Xác nhận dự thảo" ${attributes}><bpmn:timerEventDefinition><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`
const withWait = (wait: string) =>
  why(
    ...[start, task('one', `${officer} motcua:minutes="30"`), wait, end],
    ...[flow('a', 'start', 'one'), flow('b', 'one', 'word'), flow('c', 'word', 'end')],
  )

test('a wait for the applicant says how long and what silence means', async () => {
  const usual = 'motcua:waitsFor="applicant" motcua:silence="agreed"'
  assert.equal(await withWait(waiting(usual)), 'ok')
  assert.equal(await withWait(waiting(usual, 'PT8H')), 'ok')
  assert.equal(await withWait(waiting(`${usual} motcua:counts="working-days"`, 'P3D')), 'ok')
  assert.match(await withWait(waiting(usual, 'P1Y')), /^word: .*P1Y/)
  assert.match(await withWait(waiting('motcua:waitsFor="applicant"')), /^word: .*silence/)
  assert.match(await withWait(waiting('motcua:waitsFor="mayor" motcua:silence="agreed"')), /^word: .*applicant/)
})

test('a process across levels is refused without the decision that issued it, and never goes back to an agency [S2-10.1dd]', async () => {
  const across = (...agencies: (string | undefined)[]) => {
    const tasks = agencies.map((agency, at) =>
      task(`t${at}`, `motcua:role="agency-leader" motcua:minutes="30" ${agency ? `motcua:agency="${agency}"` : ''}`),
    )
    const flows = agencies.map((_, at) => flow(`f${at}`, at === 0 ? 'start' : `t${at - 1}`, `t${at}`))
    return file(start, ...tasks, end, ...flows, flow('last', `t${agencies.length - 1}`, 'end'))
  }
  const issued = (xml: string) => xml.replace('id="p"', 'id="p" motcua:decision="2022/QĐ-UBND"')
  const upwards = across(undefined, 'health')
  const refusedFor = async (xml: string) => {
    const read = await readProcess(xml)
    return read.ok ? read.value.decision : read.detail?.['reason']
  }
  assert.match(String(await refusedFor(upwards)), /needs the decision/)
  assert.equal(await refusedFor(issued(upwards)), '2022/QĐ-UBND')
  assert.match(String(await refusedFor(issued(across(undefined, 'health', undefined)))), /does not go back/)
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
