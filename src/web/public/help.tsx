import { say, ui, type Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import { addresses, DefinitionList, Details, Heading, LinkList, Section, Telephone } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Trợ giúp', en: 'Help' },
  lead: { vi: 'Cách nộp hồ sơ, theo dõi và nhận kết quả.', en: 'How to file, follow and collect.' },
  how: { vi: 'Nộp hồ sơ trong năm bước', en: 'File in five steps' },
  questions: { vi: 'Câu hỏi thường gặp', en: 'Common questions' },
  person: { vi: 'Cần người giúp', en: 'To talk to somebody' },
  go: { vi: 'Đi đến', en: 'Go to' },
  verify: { vi: 'Xác minh giấy tờ', en: 'Verify a paper' },
} as const satisfies Record<string, Words>

const steps: readonly Words[] = [
  {
    vi: 'Tìm thủ tục bằng vài từ, không cần dấu, rồi đọc cần giấy tờ gì và mất bao lâu.',
    en: 'Find the procedure with a few words and read what it needs and how long it takes.',
  },
  {
    vi: 'Bấm “Nộp hồ sơ trực tuyến”, đăng nhập, chọn nơi nộp và cách nhận kết quả.',
    en: 'Press “File online”, sign in, choose the agency and how the result comes back.',
  },
  {
    vi: 'Khai từng phần của tờ khai. Mỗi phần tự lưu; bạn có thể dừng và làm tiếp trên máy khác.',
    en: 'Fill in the form part by part. Every part is kept; you may stop and go on from another device.',
  },
  {
    vi: 'Đính kèm giấy tờ: chọn từ kho giấy tờ của bạn, hoặc chụp rõ đủ bốn góc.',
    en: 'Attach the papers: from your record, or photographed with all four corners.',
  },
  {
    vi: 'Kiểm tra lại, cam đoan và nộp. Bạn nhận mã hồ sơ và giấy xác nhận ngay.',
    en: 'Check, declare and submit. You get a code and an acknowledgement at once.',
  },
]

const questions: readonly { asks: Words; answer: Words }[] = [
  {
    asks: { vi: 'Tôi chưa khai xong, hồ sơ có mất không?', en: 'I have not finished; is my draft lost?' },
    answer: {
      vi: 'Không. Bản đang khai nằm ở “Hồ sơ của tôi”, mở được trên máy nào cũng được khi bạn đăng nhập.',
      en: 'No. It waits under “My dossiers” on any device once you sign in.',
    },
  },
  {
    asks: { vi: 'Tôi không có máy quét thì làm sao?', en: 'I have no scanner. What now?' },
    answer: {
      vi: 'Dùng điện thoại chụp giấy tờ: đặt trên mặt bàn tối màu, chụp thẳng từ trên xuống, thấy đủ bốn góc và đọc được mọi chữ.',
      en: 'Photograph the paper on a dark table, straight from above, with all four corners and every word readable.',
    },
  },
  {
    asks: { vi: 'Bao giờ tôi được trả lời?', en: 'When do I get an answer?' },
    answer: {
      vi: 'Trang thủ tục ghi thời hạn. Sau khi nộp, ngày giờ hẹn nằm trong hồ sơ của bạn và trên giấy tiếp nhận.',
      en: 'The page of the procedure states the time limit. Once submitted, the due date and time stand in your dossier and on the receipt.',
    },
  },
  {
    asks: { vi: 'Kết quả điện tử có giá trị như bản giấy không?', en: 'Is the electronic result as good as paper?' },
    answer: {
      vi: 'Kết quả được ký số và nằm trong kho giấy tờ của bạn. Ai cũng kiểm tra được bằng mã xác minh in trên đó.',
      en: 'It is digitally signed and lies in your record. Anyone can check it by the identifier printed on it.',
    },
  },
  {
    asks: { vi: 'Tôi quên mật khẩu', en: 'I forgot my password' },
    answer: {
      vi: 'Hãy gọi đường dây nóng hoặc đến nơi tiếp nhận, mang theo giấy tờ tùy thân để được cấp lại.',
      en: 'Call the hotline or come to a counter with your identity paper.',
    },
  },
]

export const help: PageDoor = {
  path: '/tro-giup',
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
        <Section title={t(words.how)}>
          <ol class="prose">
            {steps.map((one) => (
              <li>{t(one)}</li>
            ))}
          </ol>
        </Section>
        <Section title={t(words.questions)}>
          {questions.map(({ asks, answer }) => (
            <Details summary={t(asks)}>
              <p>{t(answer)}</p>
            </Details>
          ))}
        </Section>
        <Section title={t(words.person)}>
          <DefinitionList
            rows={[
              { label: say(ui.help.hotline, language), value: <Telephone number={province.hotline} /> },
              { label: say(ui.help.callCentre, language), value: <Telephone number={province.callCentre} /> },
            ]}
          />
        </Section>
        <Section title={t(words.go)}>
          <LinkList
            links={[
              { label: say(ui.search.procedures, language), href: addresses.procedures },
              { label: say(ui.page.lookup, language), href: addresses.lookup },
              { label: t(words.verify), href: '/xac-minh' },
              { label: say(ui.help.counters, language), href: addresses.counters },
              { label: say(ui.help.accessibility, language), href: addresses.accessibility },
            ]}
          />
        </Section>
      </>,
    )
  },
}
