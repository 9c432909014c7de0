import { type Language, say, ui } from '../../../words/index.ts'
import { Button, Buttons } from '../button.tsx'
import { Checkbox, RadioGroup } from '../choices.tsx'
import { DateParts, datePartName } from '../date-parts.tsx'
import { NumberField, SelectField, TextField } from '../fields.tsx'
import { FileField } from '../file-field.tsx'
import { FileRow } from '../file-row.tsx'
import { Form, FormSection, MandatoryNote } from '../form.tsx'
import { Heading } from '../layout.tsx'
import { Page } from '../page.tsx'
import { ErrorSummary, problemOf } from '../problem.tsx'
import { StepIndicator, stepWords } from '../step-indicator.tsx'
import { citizen, province } from './frame.ts'

const steps = ['Nơi nộp', 'Người được khai sinh', 'Giấy tờ kèm theo', 'Cách nhận kết quả', 'Kiểm tra và nộp']

const problems = [
  { field: 'child.name', message: 'Nhập họ, chữ đệm, tên của trẻ như muốn ghi trên giấy khai sinh' },
  { field: datePartName('child.born', 'month'), message: 'Nhập tháng sinh từ 1 đến 12, ví dụ 27 3 2026' },
  { field: 'child.sex', message: 'Chọn giới tính của trẻ' },
  {
    field: 'birth-certificate',
    message: 'Chọn tệp PDF, JPEG hoặc PNG không quá 20 MB; tệp “giấy chứng sinh.docx” là loại khác',
  },
]

/** A page of a form that was sent back, with every kind of mistake. */
export function FormSample({ language }: { language: Language }) {
  const of = (name: string) => problemOf(problems, name)
  const common = { language }
  return (
    <Page
      title={`${stepWords(steps, 2, language)} – Đăng ký khai sinh`}
      lang={language}
      area="public"
      province={province}
      path="/kieu-dang/bieu-mau"
      viewer={citizen}
      csrf="mau"
      back={{ href: '/ho-so' }}
      wrong
    >
      <ErrorSummary problems={problems} language={language} />
      <StepIndicator steps={steps} step={2} language={language} />
      <Heading kicker="Đăng ký khai sinh">Người được khai sinh</Heading>
      <MandatoryNote language={language} />
      <Form action="/kieu-dang/bieu-mau" csrf="mau" multipart>
        <TextField
          {...common}
          name="child.name"
          label="Họ, chữ đệm, tên"
          hint="Viết đủ dấu, ví dụ: Nguyễn Ậm Ễnh Ợt Ự"
          error={of('child.name')}
          autocomplete="off"
        />
        <DateParts
          {...common}
          name="child.born"
          label="Ngày sinh"
          value={{ day: '27', month: '13', year: '2026' }}
          error={of('child.born-month')}
          wrong="month"
        />
        <RadioGroup
          {...common}
          name="child.sex"
          label="Giới tính"
          options={[
            { value: 'nam', label: 'Nam' },
            { value: 'nu', label: 'Nữ' },
          ]}
          error={of('child.sex')}
          inline
        />
        <SelectField
          {...common}
          name="child.ethnicity"
          label="Dân tộc"
          options={[
            { value: '01', label: 'Kinh' },
            { value: '07', label: 'Tà Ôi' },
          ]}
          value="01"
        />
        <DateParts {...common} name="parent.born" label="Ngày sinh của người khai" autocomplete="bday" optional />
        <NumberField {...common} name="copies" label="Số bản sao trích lục" unit="bản" value={2} optional />
        <FormSection title="Giấy tờ kèm theo">
          <FileField
            {...common}
            name="birth-certificate"
            label="Giấy chứng sinh"
            types={['PDF', 'JPEG', 'PNG']}
            maxBytes={20 * 1024 * 1024}
            maxFiles={2}
            error={of('birth-certificate')}
          >
            <FileRow
              language={language}
              name="giay-chung-sinh-trang-1.jpg"
              size={1_834_231}
              kind="JPEG"
              href="/tep/1"
              note="Đã quét, không có mã độc"
            >
              <button class="link-button" type="submit" name="replace" value="1">
                {say(ui.documents.replace, language)}
              </button>
              <button class="link-button" type="submit" name="remove" value="1">
                {say(ui.documents.remove, language)}
              </button>
            </FileRow>
          </FileField>
        </FormSection>
        <Checkbox
          {...common}
          name="declaration"
          label="Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình"
        />
        <Buttons>
          <Button>Lưu và tiếp tục</Button>
          <Button kind="quiet" name="later" value="1" formnovalidate>
            Lưu lại, làm tiếp sau
          </Button>
        </Buttons>
      </Form>
    </Page>
  )
}
