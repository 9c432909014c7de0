import type { Language } from '../../../words/index.ts'
import { CheckboxGroup, RadioGroup } from '../choices.tsx'
import { PasswordField, TextArea, TextField } from '../fields.tsx'
import { FileField } from '../file-field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../layout.tsx'
import { Rating } from '../rating.tsx'

/** Every question that the sample form does not already ask. */
export function Questions({ language }: { language: Language }) {
  return (
    <Section title="Câu hỏi">
      <Form action="/kieu-dang" csrf="mau">
        <TextField
          language={language}
          name="phone"
          label="Số điện thoại"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          width="medium"
          value="0905 000 111"
        />
        <TextField
          language={language}
          name="otp"
          label="Mã xác thực"
          hint="Sáu chữ số trong tin nhắn vừa gửi cho bạn"
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          error="Nhập đủ sáu chữ số"
        />
        <PasswordField language={language} name="password" label="Mật khẩu" autocomplete="current-password" />
        <TextArea
          language={language}
          name="note"
          label="Điều bạn muốn nói thêm"
          optional
          value="Tôi ở xa, mong được nhận kết quả qua bưu chính."
        />
        <RadioGroup
          language={language}
          name="return"
          label="Bạn muốn nhận kết quả ở đâu?"
          value="post"
          options={[
            { value: 'online', label: 'Bản điện tử trong kho giấy tờ của tôi' },
            {
              value: 'post',
              label: 'Qua bưu chính công ích',
              hint: 'Cước phí do bạn trả khi nhận, khoảng 2 ngày trong thành phố Huế',
            },
            { value: 'counter', label: 'Tại Trung tâm Phục vụ hành chính công phường Thuận Hóa' },
          ]}
        />
        <CheckboxGroup
          language={language}
          name="tell"
          label="Báo cho tôi qua"
          optional
          values={['portal']}
          options={[
            { value: 'portal', label: 'Hộp thư trên cổng' },
            { value: 'email', label: 'Thư điện tử' },
          ]}
        />
        <FileField
          language={language}
          name="paper"
          label="Văn bản ủy quyền"
          types={['PDF']}
          maxBytes={20 * 1024 * 1024}
          hint="Có chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột"
        />
        <Rating language={language} value={4} />
      </Form>
    </Section>
  )
}
