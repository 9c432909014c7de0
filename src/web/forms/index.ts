export { askedOn, FormFields, type FormFieldsProps } from './fields.tsx'
export { readAnswers, type ReadAnswers, withAnswers } from './read-fields.ts'
