import type { Language } from '../../../words/index.ts'
import { Button, Buttons } from '../button.tsx'
import { ComponentChecklist } from '../checklist.tsx'
import { RadioGroup } from '../choices.tsx'
import { FileRow } from '../file-row.tsx'
import { Form } from '../form.tsx'
import { Columns, IdentityBar, Section } from '../layout.tsx'
import { Pager, Tabs } from '../navigation.tsx'
import { Page } from '../page.tsx'
import { DueLight, Tag } from '../status.tsx'
import { DefinitionList } from '../summary-list.tsx'
import { agency, officer, province, queues } from './frame.ts'

const here = '/kieu-dang/ho-so'

/** An officer checking the papers of one dossier. */
export function DossierSample({ language }: { language: Language }) {
  const tabs = [
    { label: 'Hồ sơ', href: here },
    { label: 'Thành phần', href: here, current: true },
    { label: 'Quy trình', href: here },
    { label: 'Trao đổi', href: here, news: { count: 1, words: 'tin mới' } },
    { label: 'Kết quả', href: here },
    { label: 'Nhật ký', href: here },
  ]
  const facts = [
    { label: 'Người nộp', value: 'Nguyễn Thị Thùy Dương Quỳnh Như' },
    { label: 'Thời hạn', value: <DueLight light="near" text="Còn 3 giờ" language={language} /> },
    { label: 'Hẹn trả', value: '16:00, thứ Hai 2/3/2026' },
    { label: 'Đang giữ', value: 'Lê Thị Ngọc Lan' },
    { label: 'Trạng thái', value: <Tag tone="active">Chờ tiếp nhận</Tag> },
  ]
  return (
    <Page
      title="H57.12-260302-0001"
      lang={language}
      area="officer"
      province={province}
      path={here}
      viewer={officer}
      csrf="mau"
      nav={queues}
      back={{ href: '/kieu-dang/hang-viec', label: 'Chờ tiếp nhận' }}
    >
      <IdentityBar reference="H57.12-260302-0001" title="Đăng ký khai sinh" facts={facts}>
        <Pager language={language} position={3} total={12} previous={here} next={here} />
      </IdentityBar>
      <Tabs tabs={tabs} language={language} />
      <Columns aside={<Side />}>
        <Form action={here} csrf="mau" hidden={{ version: 3 }}>
          <ComponentChecklist
            language={language}
            problems={[{ field: 'verdict.3', message: 'Chọn đạt, không đạt hoặc không áp dụng cho giấy tờ này' }]}
            components={[
              {
                id: '1',
                name: 'Tờ khai đăng ký khai sinh',
                required: true,
                verdict: 'ok',
                files: <FileRow language={language} name="to-khai.pdf" kind="PDF" size={88_120} href="/tep/1" />,
              },
              {
                id: '2',
                name: 'Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng xác nhận về việc sinh',
                required: true,
                verdict: 'fail',
                reason: 'Ảnh chụp mờ ở góc dưới, không đọc được ngày sinh. Bạn chụp lại đủ bốn góc.',
                files: (
                  <FileRow
                    language={language}
                    name="giay-chung-sinh-trang-1-chup-luc-toi-ngay-27-thang-2.jpg"
                    kind="JPEG"
                    size={1_834_231}
                    href="/tep/2"
                    note="Ảnh hơi mờ"
                    tone="wrong"
                  />
                ),
              },
              { id: '3', name: 'Văn bản ủy quyền được chứng thực', required: false },
            ]}
          />
          <RadioGroup
            language={language}
            name="forward"
            label="Sau khi tiếp nhận"
            inline
            value="yes"
            options={[
              { value: 'yes', label: 'Chuyển ngay đến bộ phận hộ tịch' },
              { value: 'no', label: 'Giữ tại quầy' },
            ]}
          />
          <Buttons>
            <Button>Tiếp nhận và in giấy hẹn</Button>
            <Button kind="quiet" name="act" value="guide">
              Lập yêu cầu bổ sung
            </Button>
            <Button kind="grave" name="act" value="reject">
              Từ chối tiếp nhận
            </Button>
          </Buttons>
        </Form>
      </Columns>
    </Page>
  )
}

function Side() {
  return (
    <Section title="Người nộp">
      <DefinitionList
        compact
        rows={[
          { label: 'Họ và tên', value: 'Nguyễn Thị Thùy Dương Quỳnh Như' },
          { label: 'Số định danh', value: '•••• •••• 1234' },
          { label: 'Nơi ở', value: '12/4 kiệt 131 Trần Phú, phường Thuận Hóa' },
          { label: 'Điện thoại', value: '0905 000 111' },
          { label: 'Nộp tại', value: agency },
        ]}
      />
    </Section>
  )
}
