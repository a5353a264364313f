export { joinedSentences, namesInText } from '../../../shared/report/sentences.ts';
