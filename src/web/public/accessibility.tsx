import { say, ui, type Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import { Heading, Section, Telephone } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  lead: {
    vi: 'Cổng này được làm để ai cũng dùng được: bằng bàn phím, bằng trình đọc màn hình, trên điện thoại nhỏ, với chữ phóng to.',
    en: 'This site is made for everyone: by keyboard, with a screen reader, on a small telephone, with large letters.',
  },
  aim: { vi: 'Chuẩn áp dụng', en: 'Standard' },
  aimText: {
    vi: 'Chúng tôi theo Hướng dẫn khả năng tiếp cận nội dung web WCAG 2.2 mức AA. Cổng không cần JavaScript để tìm, khai, nộp, tra cứu hay tải giấy tờ.',
    en: 'We follow the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. No JavaScript is needed to search, fill in, submit, look up or download.',
  },
  done: { vi: 'Đã làm', en: 'What is done' },
  gaps: { vi: 'Chưa làm được', en: 'What is not there yet' },
  tell: { vi: 'Bạn gặp khó khăn', en: 'If something is in your way' },
  tellText: {
    vi: 'Hãy gọi đường dây nóng và cho biết trang nào, việc gì. Nơi tiếp nhận cũng giúp bạn nộp hồ sơ trực tiếp.',
    en: 'Call the hotline and say which page and what you wanted to do. A counter also helps you file in person.',
  },
  reviewed: { vi: 'Bản công bố này soạn ngày 2/3/2026.', en: 'This statement was prepared on 2 March 2026.' },
} as const satisfies Record<string, Words>

const done: readonly Words[] = [
  {
    vi: 'Mọi việc làm được bằng bàn phím; chỗ đang đứng luôn thấy rõ.',
    en: 'Everything can be done by keyboard; the focus is always visible.',
  },
  {
    vi: 'Lỗi được nêu ở đầu trang và cạnh từng ô, bằng câu nói cần làm gì.',
    en: 'Errors are named on top and beside each field, in sentences that say what to do.',
  },
  {
    vi: 'Trạng thái luôn nói bằng chữ; màu và hình chỉ nhắc lại.',
    en: 'State is always said in words; colour and icons only repeat it.',
  },
  {
    vi: 'Trang co giãn đến màn hình 320 điểm ảnh và phóng to 400%.',
    en: 'Pages fit a screen of 320 pixels and 400% zoom.',
  },
  {
    vi: 'Mật khẩu và mã được dán, trình quản lý mật khẩu dùng được; không có câu đố.',
    en: 'Passwords and codes may be pasted and managed; there are no puzzles.',
  },
]

const gaps: readonly Words[] = [
  {
    vi: 'Văn bản của cơ quan và phần lớn tên thủ tục chỉ có tiếng Việt.',
    en: 'Papers made by the agency and most names of procedures are in Vietnamese only.',
  },
  {
    vi: 'Tệp PDF kết quả có chữ thật, nhưng chưa được kiểm tra với mọi trình đọc màn hình.',
    en: 'Result PDFs hold real text but have not been tested with every screen reader.',
  },
  {
    vi: 'Giấy tờ do người dân tải lên có thể là ảnh chụp, không đọc được bằng máy.',
    en: 'Papers that people upload may be photographs, which machines cannot read aloud.',
  },
]

export const accessibility: PageDoor = {
  path: '/kha-nang-tiep-can',
  for: 'anyone',
  get: async (visit) => {
    const { language } = visit
    const t = tellerOf(language)
    const { province } = await frameFor(visit, { title: '' })
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <Section title={t(words.aim)}>
          <p class="prose">{t(words.aimText)}</p>
        </Section>
        <Section title={t(words.done)}>
          <Sentences all={done.map((one) => t(one))} />
        </Section>
        <Section title={t(words.gaps)}>
          <Sentences all={gaps.map((one) => t(one))} />
        </Section>
        <Section title={t(words.tell)}>
          <p class="prose">{t(words.tellText)}</p>
          <p>
            {say(ui.help.hotline, language)}: <Telephone number={province.hotline} />
          </p>
          <p class="small muted">{t(words.reviewed)}</p>
        </Section>
      </>,
    )
  },
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul class="prose">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )
}
