import { day } from '../../../ground/day.ts'
import type { Language } from '../../../words/index.ts'
import { LinkButton } from '../button.tsx'
import { DocumentList, MessageItem } from '../documents.tsx'
import { Cited, Columns, Heading, Section } from '../layout.tsx'
import { ActionCard } from '../notice.tsx'
import { Page } from '../page.tsx'
import { DueLight } from '../status.tsx'
import { DefinitionList } from '../summary-list.tsx'
import { Timeline } from '../timeline.tsx'
import { agency, citizen, province } from './frame.ts'

const here = '/kieu-dang/theo-doi'

/** What a citizen sees of a dossier that waits for a missing paper. */
export function TrackerSample({ language }: { language: Language }) {
  return (
    <Page
      title="Hồ sơ H57.12-260302-0001"
      lang={language}
      area="public"
      province={province}
      path={here}
      viewer={citizen}
      csrf="mau"
      crumbs={[
        { label: 'Hồ sơ của tôi', href: '/ho-so' },
        { label: 'Đăng ký khai sinh', href: here },
      ]}
    >
      <Heading
        kicker="Đăng ký khai sinh, mã H57.12-260302-0001"
        lead="Cơ quan cần bạn bổ sung một giấy tờ. Trong lúc chờ, thời hạn giải quyết tạm dừng."
      >
        Bạn cần bổ sung hồ sơ
      </Heading>
      <ActionCard title="Chụp lại Giấy chứng sinh" act={<LinkButton href={here}>Bổ sung giấy tờ</LinkButton>}>
        <p>Ảnh đã nộp bị mờ ở góc dưới, không đọc được ngày sinh. Bạn chụp lại đủ bốn góc, chữ đọc rõ.</p>
        <p>Nộp trước 17:00, thứ Sáu 27/3/2026.</p>
      </ActionCard>
      <Columns aside={<Side language={language} />}>
        <Section title="Quá trình giải quyết">
          <Timeline
            language={language}
            ahead={[
              { event: 'Giải quyết hồ sơ', by: 'Bộ phận hộ tịch phường Thuận Hóa' },
              { event: 'Trả kết quả', by: agency, expected: day('2026-03-31') },
            ]}
            past={[
              { at: new Date('2026-03-02T09:00:00+07:00'), by: 'Cổng dịch vụ công', event: 'Bạn đã nộp hồ sơ' },
              {
                at: new Date('2026-03-02T14:30:00+07:00'),
                by: agency,
                event: 'Yêu cầu bổ sung giấy tờ',
                reason: 'ảnh Giấy chứng sinh không đọc được ngày sinh',
                attachments: <a href="/tep/3">Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (PDF)</a>,
              },
              { at: new Date('2026-03-02T10:12:00+07:00'), by: agency, event: 'Đã tiếp nhận hồ sơ' },
            ]}
          />
        </Section>
        <Section title="Tin nhắn">
          <MessageItem
            language={language}
            title="Hướng dẫn chụp lại giấy tờ"
            from={agency}
            at={new Date('2026-03-02T14:31:00+07:00')}
            href={here}
            fresh
          >
            <p>Bạn đặt giấy trên mặt bàn tối màu, chụp thẳng từ trên xuống.</p>
          </MessageItem>
          <MessageItem
            language={language}
            title="Đã nhận hồ sơ của bạn"
            from="Cổng dịch vụ công"
            at={new Date('2026-03-02T09:00:00+07:00')}
            href={here}
          />
        </Section>
      </Columns>
    </Page>
  )
}

function Side({ language }: { language: Language }) {
  return (
    <>
      <Section title="Thời hạn">
        <DueLight light="paused" text="Đang dừng – chờ bổ sung" language={language} />
        <DefinitionList
          compact
          rows={[
            { label: 'Đang giữ', value: agency },
            { label: 'Hẹn trả', value: 'Tính lại khi bạn bổ sung đủ' },
            { label: 'Theo', value: <Cited>61/2018/NĐ-CP Điều 19</Cited> },
          ]}
        />
      </Section>
      <Section title="Giấy tờ đã có">
        <DocumentList
          language={language}
          items={[
            {
              title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
              href: '/tep/4',
              at: new Date('2026-03-02T10:12:00+07:00'),
            },
            {
              title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
              href: '/tep/3',
              at: new Date('2026-03-02T14:30:00+07:00'),
              signedBy: ['Lê Thị Ngọc Lan', agency],
              sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            },
          ]}
        />
      </Section>
    </>
  )
}
