import type { VNode } from 'preact'
import { type Language, refusalWords, say } from '../../words/index.ts'
import { DossierSample } from './gallery/dossier.tsx'
import { FormSample } from './gallery/form-page.tsx'
import { province } from './gallery/frame.ts'
import { HomeSample } from './gallery/home.tsx'
import { Lists, States, Words } from './gallery/parts.tsx'
import { Questions } from './gallery/questions.tsx'
import { QueueSample } from './gallery/queue.tsx'
import { TrackerSample } from './gallery/tracker.tsx'
import { LinkList, Section } from './layout.tsx'
import { Page } from './page.tsx'
import { AwayPage, IncidentPage, NotFound, NotTaken } from './trouble.tsx'

type Show = (language: Language) => VNode

const frame = (language: Language, path: string) => ({ lang: language, area: 'public' as const, province, path })

/** The pages on which every part can be seen and measured, by address. They hold invented people only. */
export const galleryPages: Readonly<Record<string, Show>> = {
  '/kieu-dang': (language) => <Gallery language={language} />,
  '/kieu-dang/trang-chu': (language) => <HomeSample language={language} />,
  '/kieu-dang/bieu-mau': (language) => <FormSample language={language} />,
  '/kieu-dang/theo-doi': (language) => <TrackerSample language={language} />,
  '/kieu-dang/hang-viec': (language) => <QueueSample language={language} />,
  '/kieu-dang/ho-so': (language) => <DossierSample language={language} />,
  '/kieu-dang/su-co': (language) => <IncidentPage {...frame(language, '/kieu-dang/su-co')} incident="SC-260302-7K3M" />,
  '/kieu-dang/chua-nhan': (language) => (
    <NotTaken {...frame(language, '/kieu-dang/chua-nhan')} why={say(refusalWords['file-too-large'], language)} />
  ),
  '/kieu-dang/tam-nghi': (language) => <AwayPage {...frame(language, '/kieu-dang/tam-nghi')} incident="0f7e8c27" />,
  '/kieu-dang/khong-thay': (language) => <NotFound {...frame(language, '/kieu-dang/khong-thay')} />,
  '/kieu-dang/ngoai-pham-vi': (language) => (
    <NotFound {...frame(language, '/kieu-dang/ngoai-pham-vi')} area="officer" />
  ),
}

const samples = [
  { label: 'Trang chủ', href: '/kieu-dang/trang-chu' },
  { label: 'Biểu mẫu có lỗi', href: '/kieu-dang/bieu-mau' },
  { label: 'Theo dõi hồ sơ', href: '/kieu-dang/theo-doi' },
  { label: 'Hàng việc của cán bộ', href: '/kieu-dang/hang-viec' },
  { label: 'Kiểm tra thành phần hồ sơ', href: '/kieu-dang/ho-so' },
  { label: 'Trang báo sự cố', href: '/kieu-dang/su-co' },
  { label: 'Trang không tìm thấy', href: '/kieu-dang/khong-thay' },
]

export function Gallery({ language }: { language: Language }) {
  return (
    <Page {...frame(language, '/kieu-dang')} title="Kiểu dáng">
      <Words />
      <Section title="Trang mẫu">
        <LinkList links={samples} />
      </Section>
      <States language={language} />
      <Lists language={language} />
      <Questions language={language} />
    </Page>
  )
}
