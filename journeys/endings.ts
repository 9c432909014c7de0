import assert from 'node:assert/strict'
import { reacher } from './reach.ts'

/** One act of a story: who, which, where it leads, and what the body says besides the example. */
type Turn = readonly [who: string, act: string, state: string, body?: object]
type Story = {
  readonly title: string
  /** What is not said is a birth registration. */
  readonly procedure?: string
  readonly turns: readonly Turn[]
  readonly papers: readonly string[]
  readonly national: number
}

const settled: readonly Turn[] = [
  ['chuyenvien', 'propose-result', 'proposed'],
  ['truongphong', 'approve', 'approved'],
  ['lanhdao', 'sign-result', 'signed-by-person'],
  ['vanthu', 'sign-result', 'issued'],
  ['vanthu', 'hand-to-counter', 'ready-to-return'],
  ['tiepnhan', 'return-result', 'returned'],
]
const taken: readonly Turn[] = [
  ['congdan', 'submit', 'submitted'],
  ['tiepnhan', 'accept', 'accepted'],
  ['tiepnhan', 'forward', 'transferred'],
  ['lanhdao', 'assign', 'assigned', { to: 'chuyenvien' }],
]

/** Every detour and every ending a dossier can take in the training province, each act with its example as it stands. */
export const stories: readonly Story[] = [
  {
    title: 'sửa, hướng dẫn, bổ sung hai nơi, rồi trả và lưu trữ',
    turns: [
      ['congdan', 'submit', 'submitted'],
      ['congdan', 'amend', 'submitted'],
      ['tiepnhan', 'return-with-guidance', 'returned-with-guidance'],
      ['congdan', 'supplement', 'submitted'],
      ...taken.slice(1),
      ['chuyenvien', 'request-supplement', 'supplement-requested'],
      ['congdan', 'supplement', 'assigned'],
      ...settled,
      ['vanthu', 'archive', 'archived'],
    ],
    papers: ['guidance', 'receipt', 'supplement-request', 'result'],
    national: 10,
  },
  {
    title: 'hướng dẫn lần hai kèm thư xin lỗi',
    turns: [
      ['congdan', 'submit', 'submitted'],
      ['tiepnhan', 'return-with-guidance', 'returned-with-guidance'],
      ['congdan', 'supplement', 'submitted'],
      ['giamdoc', 'apologise', 'submitted'],
      ['tiepnhan', 'return-with-guidance', 'returned-with-guidance'],
      ['congdan', 'supplement', 'submitted'],
      ['tiepnhan', 'reject', 'rejected'],
      ['tiepnhan', 'archive', 'archived'],
    ],
    papers: ['guidance', 'apology', 'guidance', 'rejection'],
    national: 3,
  },
  {
    title: 'rút hồ sơ khi đang xử lý',
    turns: [...taken, ['congdan', 'withdraw', 'withdrawn'], ['vanthu', 'archive', 'archived']],
    papers: ['receipt', 'stop-notice'],
    national: 7,
  },
  {
    title: 'dừng giải quyết',
    turns: [...taken, ['lanhdao', 'stop', 'stopped'], ['vanthu', 'archive', 'archived']],
    papers: ['receipt', 'stop-notice'],
    national: 8,
  },
  {
    title: 'từ chối giải quyết, đối chiếu bản giấy, trả',
    turns: [
      ...taken,
      ['chuyenvien', 'propose-result', 'proposed'],
      ['lanhdao', 'refuse-result', 'approved'],
      ['lanhdao', 'sign-result', 'signed-by-person'],
      ['vanthu', 'sign-result', 'refused'],
      ['vanthu', 'hand-to-counter', 'ready-to-return'],
      ['tiepnhan', 'record-paper-check', 'ready-to-return', { outcome: 'mismatch', note: 'Tên mẹ khác bản đã nộp.' }],
      ['tiepnhan', 'record-paper-check', 'ready-to-return'],
      ['tiepnhan', 'return-result', 'returned'],
    ],
    papers: ['receipt', 'result'],
    national: 10,
  },
  {
    title: 'chậm trả, lãnh đạo xin lỗi, rồi có kết quả',
    turns: [...taken, ['lanhdao', 'apologise', 'assigned'], ...settled],
    papers: ['receipt', 'apology', 'result'],
    national: 10,
  },
  {
    title: 'xin gia hạn, bị trả lại, xin lại, được xác nhận, rồi có kết quả',
    procedure: '1.004873',
    turns: [
      ...taken,
      ['chuyenvien', 'request-extension', 'extension-requested'],
      ['truongphong', 'send-back', 'assigned'],
      ['chuyenvien', 'request-extension', 'extension-requested'],
      ['truongphong', 'confirm-extension', 'extension-requested'],
      ['giamdoc', 'confirm-extension', 'assigned'],
      ...settled,
    ],
    papers: ['receipt', 'apology', 'result'],
    national: 10,
  },
]

/** Tells one story through the doors and answers with the dossier's code or reference. */
export async function tell(base: string, { title, procedure, turns, papers, national }: Story): Promise<string> {
  const { api, draft, act } = reacher(base)
  const { id } = await draft(procedure ? { procedure } : {})
  for (const [who, name, state, body] of turns) {
    const moved = await act(who, id, name, (example: object) => ({ ...example, ...body }))
    assert.equal(moved.state, state, `${title}: ${who} ${name}`)
  }
  const end = await api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
  assert.equal(end.nationalState, national, title)
  const { items } = await api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  const kinds = items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'acknowledgement')
  assert.deepEqual(kinds.toSorted(), papers.toSorted(), title)
  const key = end.code ?? end.reference
  assert.equal((await api.expect(200, null, 'GET', `/lookup/${key}`)).state, end.state)
  return key
}

if (import.meta.main) {
  const base = process.argv[2] ?? 'http://localhost:8080'
  for (const story of stories) console.log(`${await tell(base, story)}: ${story.title}`)
}
