import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../ground/day.ts'
import { form, good } from './form-testing.ts'
import { validateForm } from './index.ts'

const messagesOf = (value: unknown, asking = {}) => {
  const check = validateForm(form, value, asking)
  return check.ok ? [] : check.errors.map(({ path, message }) => `${path}: ${message}`)
}

test('a complete form is good, and comes back as it will be kept', () => {
  assert.deepEqual(validateForm(form, good), { ok: true, value: good })
  const typed = {
    ...good,
    child: { ...good.child, name: '  Nguyễn Minh An '.normalize('NFD'), note: ' một\r\nhai ' },
    father: { ...good.father, number: '046 085.000-123', phone: '0905 123 456', born: '' },
  }
  assert.deepEqual(validateForm(form, typed), {
    ok: true,
    value: {
      ...good,
      child: { ...good.child, note: 'một\nhai' },
      father: { ...good.father, number: '046085000123', phone: '0905123456' },
    },
  })
})

test('an empty form names every question, in the order of the form, and says what to do', () => {
  assert.deepEqual(messagesOf({}), [
    '/child/name: Nhập họ, chữ đệm, tên của trẻ.',
    '/child/sex: Chọn một câu trả lời ở mục “Giới tính của trẻ”.',
    '/child/born: Nhập ngày sinh của trẻ.',
    '/father/known: Chọn một câu trả lời ở mục “Thông tin về cha”.',
    '/copies: Nhập số bản sao.',
    '/declaration: Đánh dấu vào ô “Tôi cam đoan”.',
  ])
})

test('errors keep the order of the pages, also when the fields of the schema stand in another order', () => {
  const shuffled = JSON.parse(JSON.stringify(form.schema))
  shuffled.properties = Object.fromEntries(Object.entries(shuffled.properties).toReversed())
  const paths = (schema: typeof shuffled) => {
    const check = validateForm({ schema, layout: form.layout }, {})
    return check.ok ? [] : check.errors.map((error) => error.path)
  }
  assert.deepEqual(paths(shuffled), paths(form.schema))
})

test('what is there but not right is told in one sentence a field', () => {
  const cases = [
    [{ child: { sex: 'x' } }, '/child/sex: Chọn một câu trả lời có sẵn ở mục “Giới tính của trẻ”.'],
    [{ child: { people: 'Klingon' } }, '/child/people: Chọn một câu trả lời có sẵn ở mục “Dân tộc của trẻ”.'],
    [
      { child: { born: '2026-02-30' } },
      '/child/born: Tháng 2/2026 chỉ có 28 ngày; nhập ngày sinh của trẻ đủ ngày, tháng, năm, ví dụ 27 3 2021.',
    ],
    [{ child: { name: 'a'.repeat(41) } }, '/child/name: Rút gọn họ, chữ đệm, tên của trẻ còn nhiều nhất 40 ký tự.'],
    [{ father: { born: '90' } }, '/father/born: Nhập năm sinh của cha; nếu không rõ ngày, tháng thì chỉ nhập năm.'],
    [
      { father: { number: '003085000123' } },
      '/father/number: Nhập đúng 12 chữ số của số định danh cá nhân của cha như in trên thẻ căn cước.',
    ],
    [{ father: { phone: '0123' } }, '/father/phone: Nhập số điện thoại của cha đủ 10 chữ số, ví dụ 0905 123 456.'],
    [{ copies: 21 }, '/copies: Nhập số bản sao nhiều nhất là 20.'],
    [{ copies: '2' }, '/copies: Nhập số bản sao bằng chữ số.'],
    [{ copies: 1.5 }, '/copies: Nhập số bản sao bằng chữ số.'],
    [{ declaration: false }, '/declaration: Đánh dấu vào ô “Tôi cam đoan” để tiếp tục.'],
  ] as const
  for (const [change, expected] of cases) {
    const value = { ...good, ...change } as unknown as Record<string, object>
    for (const part of ['child', 'father'] as const)
      if (part in change) value[part] = { ...good[part], ...(change as Record<string, object>)[part] }
    assert.deepEqual(messagesOf(value), [expected])
  }
})

test('what the form does not ask for is refused, wherever it hides', () => {
  assert.deepEqual(messagesOf({ ...good, admin: true }), ['/admin: Bỏ mục “admin”: biểu mẫu này không hỏi mục đó.'])
  assert.deepEqual(messagesOf({ ...good, child: { ...good.child, height: 50 } }), [
    '/child/height: Bỏ mục “height”: biểu mẫu này không hỏi mục đó.',
  ])
  const poisoned = JSON.parse(`{"__proto__": {"x": 1}, "constructor": 1, ${JSON.stringify(good).slice(1)}`)
  assert.equal(messagesOf(poisoned).length, 2)
  for (const value of [null, [], 'x', 7]) assert.ok(messagesOf(value).length > 0)
  assert.ok(messagesOf({ ...good, child: [] }).length > 0)
})

test('an answer to a question that is not asked is left out, and then not wanted', () => {
  const without = { ...good, father: { known: 'no', name: 'Nguyễn Quốc Bình' } }
  assert.deepEqual(validateForm(form, without), { ok: true, value: { ...good, father: { known: 'no' } } })
  assert.deepEqual(messagesOf({ ...good, father: { known: 'yes' } }), ['/father/name: Nhập họ, chữ đệm, tên của cha.'])
})

test('a draft may be unfinished but not wrong', () => {
  assert.deepEqual(validateForm(form, { child: { name: 'An' } }, { partial: true }), {
    ok: true,
    value: { child: { name: 'An' }, father: {} },
  })
  assert.deepEqual(messagesOf({ declaration: false }, { partial: true }), [])
  assert.equal(messagesOf({ child: { name: 'a'.repeat(41) }, x: 1 }, { partial: true }).length, 2)
})

test('characters that nobody sees or no paper shows are refused', () => {
  for (const odd of [
    'An\u202eB',
    'An\u200bB',
    'An\u0000B',
    'An\u0007',
    'An\ufeffB',
    'A\ud800',
    'An\nB',
    'An\u2066B',
    'A\u{e0041}',
    '漢字',
    'An 😀',
  ])
    assert.deepEqual(messagesOf({ ...good, child: { ...good.child, name: odd } }), [
      '/child/name: Ô “Họ, chữ đệm, tên của trẻ” có ký tự không in được trên giấy tờ; hãy chỉ dùng chữ cái Latinh, chữ số và dấu câu.',
    ])
  assert.deepEqual(messagesOf({ ...good, child: { ...good.child, note: 'một\nhai' } }), [])
  assert.deepEqual(messagesOf({ ...good, child: { ...good.child, name: 'H’Hen Niê (Y–Ban)' } }), [])
})

test('a day that has not come yet is refused when the day is known', () => {
  const value = { ...good, child: { ...good.child, born: '2026-03-03' } }
  assert.deepEqual(messagesOf(value, { today: day('2026-03-02') }), [
    '/child/born: Kiểm tra lại ngày sinh của trẻ: ngày này chưa tới.',
  ])
  assert.deepEqual(messagesOf(value, { today: day('2026-03-03') }), [])
})

test('the same sentences exist in English', () => {
  assert.deepEqual(messagesOf({ ...good, copies: 21 }, { language: 'en' }), [
    '/copies: Enter “Số bản sao” as 20 or less.',
  ])
})

test('whatever is sent, the check answers, and what it lets through it lets through again unchanged', () => {
  const value = fc.record(
    {
      child: fc.object(),
      father: fc.anything(),
      copies: fc.anything(),
      declaration: fc.boolean(),
      other: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), value), (sent) => {
      const check = validateForm(form, sent, { partial: true })
      if (check.ok) assert.deepEqual(validateForm(form, check.value, { partial: true }), check)
      else assert.ok(check.errors.every((error) => error.message.length > 5))
    }),
    { numRuns: 300 },
  )
})
