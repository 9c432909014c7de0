import { limitText } from '../../../calendar/index.ts'
import { type Length, roomOf } from '../../../dossiers/index.ts'
import { type Refusal, refusalText, say, type Words } from '../../../words/index.ts'
import { NumberField, Notice, problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  lead: {
    vi: 'Phiếu xin gia hạn gửi lãnh đạo phòng xác nhận, rồi Trung tâm xác nhận. Ngày hẹn chỉ thay đổi khi Trung tâm xác nhận; khi đó người nộp nhận được thông báo và thư xin lỗi.',
    en: 'The slip goes to the division leader and then to the centre. The date moves only once the centre confirms; the applicant then gets a notice and a letter of apology.',
  },
  atMost: {
    vi: 'Còn được gia hạn tối đa {most}. Căn cứ: {law}.',
    en: 'At most {most} may still be added. Basis: {law}.',
  },
  noBound: { vi: 'Tỉnh chưa đặt giới hạn gia hạn.', en: 'The province has set no bound.' },
  nothing: { vi: 'Hồ sơ này không gia hạn thêm được', en: 'This dossier cannot be given more time' },
  value: { vi: 'Xin thêm', en: 'How much longer' },
  unit: { vi: 'Tính theo', en: 'Counted in' },
  reason: { vi: 'Lý do', en: 'Reason' },
  hint: {
    vi: 'In trên phiếu và trong thư xin lỗi. Người nộp đọc được.',
    en: 'Printed on the slip and in the letter of apology. The applicant reads it.',
  },
  needValue: { vi: 'Ghi số ngày hoặc số giờ xin thêm, là số nguyên lớn hơn 0', en: 'Give a whole number above 0' },
  needUnit: { vi: 'Chọn ngày hoặc giờ', en: 'Choose days or hours' },
  needReason: { vi: 'Ghi lý do xin gia hạn', en: 'Give the reason' },
} as const satisfies Record<string, Words>

const unitWords = {
  'working-days': { vi: 'Ngày làm việc', en: 'Working days' },
  'working-hours': { vi: 'Giờ làm việc', en: 'Working hours' },
  'calendar-days': { vi: 'Ngày', en: 'Days' },
} as const satisfies Record<Length['unit'], Words>

const ofLength: readonly Refusal[] = ['extension-too-long', 'extension-other-unit', 'extension-gone-by']

/** The officer who settles asks for more time, seeing how much of it the law still leaves. */
export const requestExtension = actDoor({
  act: 'request-extension',
  button: { vi: 'Trình phiếu xin gia hạn', en: 'Send the slip' },
  fields: async (acting) => {
    const { visit, problems } = acting
    const { language } = visit
    const room = await roomFor(acting)
    if (!room) return <Notice tone="important" title={say(words.nothing, language)} />
    const units = unitsOf(room.measure)
    return (
      <>
        <p>{say(words.lead, language)}</p>
        <p>
          {room.text
            ? say(words.atMost, language, { most: room.text[language], law: room.law })
            : say(words.noBound, language)}
        </p>
        <NumberField
          language={language}
          name="value"
          label={say(words.value, language)}
          value={value(acting, 'value')}
          {...errorOf(problemOf(problems, 'value'))}
        />
        <RadioGroup
          language={language}
          inline
          name="unit"
          label={say(words.unit, language)}
          value={value(acting, 'unit', units[0])}
          {...errorOf(problemOf(problems, 'unit'))}
          options={units.map((unit) => ({ value: unit, label: say(unitWords[unit], language) }))}
        />
        <TextArea
          language={language}
          name="reason"
          label={say(words.reason, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'reason')}
          maxlength={2000}
          {...errorOf(problemOf(problems, 'reason'))}
        />
      </>
    )
  },
  read: async (acting) => {
    const { language } = acting.visit
    const length = Number(value(acting, 'value').trim() || NaN)
    const units = unitsOf((await roomFor(acting))?.measure ?? 'minutes')
    const unit = units.find((one) => one === value(acting, 'unit'))
    const reason = value(acting, 'reason').trim()
    const problems = [
      ...(Number.isInteger(length) && length > 0 ? [] : [{ field: 'value', message: say(words.needValue, language) }]),
      ...(unit ? [] : [{ field: 'unit', message: say(words.needUnit, language) }]),
      ...(reason ? [] : [{ field: 'reason', message: say(words.needReason, language) }]),
    ]
    return problems.length > 0 ? { problems } : { body: { extension: { value: length, unit }, reason } }
  },
  places: (no, { visit: { language } }) => {
    if (ofLength.includes(no.refusal)) return [{ field: 'value', message: refusalText(no, language) }]
    return no.refusal === 'clock-needs-ground' ? [{ field: 'reason', message: refusalText(no, language) }] : []
  },
})

function roomFor({ dossier, visit: { house, now } }: Acting) {
  return roomOf(house.db, dossier, now)
}

function unitsOf(measure: 'minutes' | 'days'): Length['unit'][] {
  return measure === 'days' ? ['calendar-days'] : ['working-days', 'working-hours']
}

/** “1 ngày làm việc”. */
export const lengthText = (length: Length, language: 'vi' | 'en') => limitText(length)[language]
