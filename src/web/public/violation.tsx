import { networkOf } from '../../ground/network.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { reportViolation, violationBody } from '../../safety/index.ts'
import { prohibitions, violationKinds } from '../../safety/law/index.ts'
import type { Words } from '../../words/index.ts'
import { violationWords } from '../safety-words.ts'
import {
  Button,
  Buttons,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, Visit } from '../visit.ts'
import { refusalSentence, show, tellerOf, Vietnamese } from './show.tsx'

const here = '/bao-vi-pham'
/** Reports taken from one network in ten minutes: enough for whoever has something to tell, few for whoever floods. */
export const reportsTogether = 5

const words = {
  title: { vi: 'Báo việc nghi vi phạm', en: 'Report a suspected violation' },
  lead: {
    vi: 'Báo khi bạn thấy tài khoản bị dùng sai, thông tin bị lộ, tệp có mã độc, hoặc trang giả mạo. Đơn vị vận hành mở vụ việc, giữ lại nhật ký liên quan và xử lý.',
    en: 'Tell us about misused accounts, leaked data, malicious files or false pages. The operator opens a case, keeps the entries it is about and deals with it.',
  },
  kind: { vi: 'Việc gì', en: 'What it is' },
  about: { vi: 'Mã hồ sơ hoặc tên đăng nhập liên quan', en: 'Dossier code or user name it is about' },
  told: { vi: 'Bạn thấy gì', en: 'What you saw' },
  toldHint: {
    vi: 'Lúc nào, ở trang nào, ai làm gì. Đừng ghi mật khẩu hay nội dung bí mật nhà nước.',
    en: 'When, on which page, who did what. No passwords, no state secrets.',
  },
  laws: { vi: 'Những việc bị cấm', en: 'What is prohibited' },
  lawsText: { vi: 'Các hành vi bị cấm được quy định tại:', en: 'What nobody may do is laid down in:' },
  send: { vi: 'Gửi báo cáo', en: 'Send' },
  needKind: { vi: 'Chọn việc bạn muốn báo.', en: 'Choose what it is.' },
  needTold: { vi: 'Ghi bạn thấy gì, ít nhất 10 ký tự.', en: 'Say what you saw, in at least 10 characters.' },
  taken: { vi: 'Đã nhận báo cáo, số {number}', en: 'Report {number} is received' },
  takenText: {
    vi: 'Bạn giữ lại số này để hỏi khi cần. Nhật ký liên quan đã được lưu lại.',
    en: 'Keep this number. The entries it is about are kept.',
  },
} as const satisfies Record<string, Words>

/** Anybody, signed in or not, tells of a suspected violation; few at a time from one network. */
export const violation: PageDoor = {
  path: here,
  for: 'anyone',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language, request, now } = visit
    const t = tellerOf(language)
    const { kind = '', about = '', told = '' } = form.fields
    const read = violationBody.safeParse({ kind, told, ...(about.trim() ? { about } : {}) })
    if (!read.success) {
      const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
      return page(visit, [
        ...(wrong.has('kind') ? [{ field: 'kind', message: t(words.needKind) }] : []),
        ...(wrong.has('told') || wrong.has('about') ? [{ field: 'told', message: t(words.needTold) }] : []),
      ])
    }
    const few = await withinLimit(house.db, `violation:${networkOf(request.ip)}`, reportsTogether, 600, now)
    if (!few) return page(visit, [{ field: 'told', message: refusalSentence('too-many-requests', language) }], 429)
    const made = await house.atDesk(viewer ?? null, (desk) => reportViolation(desk, read.data, request.ip))
    return made.ok ? taken(visit, made.value.number) : page(visit)
  },
}

function taken(visit: Visit, number: string): Promise<Answer> {
  const t = tellerOf(visit.language)
  return show(
    visit,
    { title: t(words.title) },
    <>
      <Heading>{t(words.title)}</Heading>
      <Notice tone="success" title={t(words.taken, { number })}>
        <p>{t(words.takenText)}</p>
      </Notice>
    </>,
  )
}

function page(visit: Visit, problems: readonly Problem[] = [], status?: number): Promise<Answer> {
  const { language, csrf, form } = visit
  const t = tellerOf(language)
  const field = (name: 'kind' | 'about' | 'told') => ({
    language,
    name,
    label: t(words[name]),
    value: form.fields[name],
    error: problemOf(problems, name),
  })
  return show(
    visit,
    { title: t(words.title), wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Form action={here} csrf={csrf}>
        <RadioGroup
          {...field('kind')}
          options={violationKinds.map((kind) => ({ value: kind, label: t(violationWords[kind]) }))}
        />
        <TextField {...field('about')} optional maxlength={60} width="medium" autocomplete="off" spellcheck={false} />
        <TextArea {...field('told')} hint={t(words.toldHint)} rows={6} maxlength={4000} />
        <Buttons>
          <Button>{t(words.send)}</Button>
        </Buttons>
      </Form>
      <Details summary={t(words.laws)}>
        <p>{t(words.lawsText)}</p>
        <ul class="prose">
          {prohibitions.map((law) => (
            <li>
              <Vietnamese language={language}>{law}</Vietnamese>
            </li>
          ))}
        </ul>
      </Details>
    </>,
    ...(status ? [status] : []),
  )
}
