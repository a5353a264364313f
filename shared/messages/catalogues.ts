import enAdjudication from './en/adjudication.json' with { type: 'json' };
import enAgreement from './en/agreement.json' with { type: 'json' };
import enApp from './en/app.json' with { type: 'json' };
import enBackups from './en/backups.json' with { type: 'json' };
import enCases from './en/cases.json' with { type: 'json' };
import enCodebook from './en/codebook.json' with { type: 'json' };
import enCoding from './en/coding.json' with { type: 'json' };
import enComparison from './en/comparison.json' with { type: 'json' };
import enCooccurrence from './en/cooccurrence.json' with { type: 'json' };
import enCorrections from './en/corrections.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enDocuments from './en/documents.json' with { type: 'json' };
import enExchange from './en/exchange.json' with { type: 'json' };
import enGuide from './en/guide.json' with { type: 'json' };
import enHelp from './en/help.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enMemos from './en/memos.json' with { type: 'json' };
import enPseudonyms from './en/pseudonyms.json' with { type: 'json' };
import enQuery from './en/query.json' with { type: 'json' };
import enReports from './en/reports.json' with { type: 'json' };
import enJoint from './en/joint.json' with { type: 'json' };
import enPlane from './en/plane.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enPortraits from './en/portraits.json' with { type: 'json' };
import enProtection from './en/protection.json' with { type: 'json' };
import enResults from './en/results.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enStructure from './en/structure.json' with { type: 'json' };
import enWords from './en/words.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enTranslations from './en/translations.json' with { type: 'json' };
import enSurvey from './en/survey.json' with { type: 'json' };
import enTour from './en/tour.json' with { type: 'json' };
import enTeam from './en/team.json' with { type: 'json' };
import jaAdjudication from './ja/adjudication.json' with { type: 'json' };
import jaAgreement from './ja/agreement.json' with { type: 'json' };
import jaApp from './ja/app.json' with { type: 'json' };
import jaBackups from './ja/backups.json' with { type: 'json' };
import jaCases from './ja/cases.json' with { type: 'json' };
import jaCodebook from './ja/codebook.json' with { type: 'json' };
import jaCoding from './ja/coding.json' with { type: 'json' };
import jaComparison from './ja/comparison.json' with { type: 'json' };
import jaCooccurrence from './ja/cooccurrence.json' with { type: 'json' };
import jaCorrections from './ja/corrections.json' with { type: 'json' };
import jaErrors from './ja/errors.json' with { type: 'json' };
import jaDocuments from './ja/documents.json' with { type: 'json' };
import jaExchange from './ja/exchange.json' with { type: 'json' };
import jaGuide from './ja/guide.json' with { type: 'json' };
import jaHelp from './ja/help.json' with { type: 'json' };
import jaHistory from './ja/history.json' with { type: 'json' };
import jaImports from './ja/imports.json' with { type: 'json' };
import jaMemos from './ja/memos.json' with { type: 'json' };
import jaPseudonyms from './ja/pseudonyms.json' with { type: 'json' };
import jaQuery from './ja/query.json' with { type: 'json' };
import jaReports from './ja/reports.json' with { type: 'json' };
import jaJoint from './ja/joint.json' with { type: 'json' };
import jaPlane from './ja/plane.json' with { type: 'json' };
import jaReview from './ja/review.json' with { type: 'json' };
import jaPortraits from './ja/portraits.json' with { type: 'json' };
import jaProtection from './ja/protection.json' with { type: 'json' };
import jaResults from './ja/results.json' with { type: 'json' };
import jaSearch from './ja/search.json' with { type: 'json' };
import jaStructure from './ja/structure.json' with { type: 'json' };
import jaWords from './ja/words.json' with { type: 'json' };
import jaSettings from './ja/settings.json' with { type: 'json' };
import jaTranslations from './ja/translations.json' with { type: 'json' };
import jaSurvey from './ja/survey.json' with { type: 'json' };
import jaTour from './ja/tour.json' with { type: 'json' };
import jaTeam from './ja/team.json' with { type: 'json' };
import zhAdjudication from './zh-Hans/adjudication.json' with { type: 'json' };
import zhAgreement from './zh-Hans/agreement.json' with { type: 'json' };
import zhApp from './zh-Hans/app.json' with { type: 'json' };
import zhBackups from './zh-Hans/backups.json' with { type: 'json' };
import zhCases from './zh-Hans/cases.json' with { type: 'json' };
import zhCodebook from './zh-Hans/codebook.json' with { type: 'json' };
import zhCoding from './zh-Hans/coding.json' with { type: 'json' };
import zhComparison from './zh-Hans/comparison.json' with { type: 'json' };
import zhCooccurrence from './zh-Hans/cooccurrence.json' with { type: 'json' };
import zhCorrections from './zh-Hans/corrections.json' with { type: 'json' };
import zhErrors from './zh-Hans/errors.json' with { type: 'json' };
import zhDocuments from './zh-Hans/documents.json' with { type: 'json' };
import zhExchange from './zh-Hans/exchange.json' with { type: 'json' };
import zhGuide from './zh-Hans/guide.json' with { type: 'json' };
import zhHelp from './zh-Hans/help.json' with { type: 'json' };
import zhHistory from './zh-Hans/history.json' with { type: 'json' };
import zhImports from './zh-Hans/imports.json' with { type: 'json' };
import zhMemos from './zh-Hans/memos.json' with { type: 'json' };
import zhPseudonyms from './zh-Hans/pseudonyms.json' with { type: 'json' };
import zhQuery from './zh-Hans/query.json' with { type: 'json' };
import zhReports from './zh-Hans/reports.json' with { type: 'json' };
import zhJoint from './zh-Hans/joint.json' with { type: 'json' };
import zhPlane from './zh-Hans/plane.json' with { type: 'json' };
import zhReview from './zh-Hans/review.json' with { type: 'json' };
import zhPortraits from './zh-Hans/portraits.json' with { type: 'json' };
import zhProtection from './zh-Hans/protection.json' with { type: 'json' };
import zhResults from './zh-Hans/results.json' with { type: 'json' };
import zhSearch from './zh-Hans/search.json' with { type: 'json' };
import zhStructure from './zh-Hans/structure.json' with { type: 'json' };
import zhWords from './zh-Hans/words.json' with { type: 'json' };
import zhSettings from './zh-Hans/settings.json' with { type: 'json' };
import zhTranslations from './zh-Hans/translations.json' with { type: 'json' };
import zhSurvey from './zh-Hans/survey.json' with { type: 'json' };
import zhTour from './zh-Hans/tour.json' with { type: 'json' };
import zhTeam from './zh-Hans/team.json' with { type: 'json' };

const en = {
  ...enAdjudication,
  ...enAgreement,
  ...enApp,
  ...enBackups,
  ...enCases,
  ...enCodebook,
  ...enCoding,
  ...enComparison,
  ...enCooccurrence,
  ...enCorrections,
  ...enErrors,
  ...enDocuments,
  ...enExchange,
  ...enGuide,
  ...enHelp,
  ...enHistory,
  ...enImports,
  ...enMemos,
  ...enPseudonyms,
  ...enQuery,
  ...enReports,
  ...enJoint,
  ...enPlane,
  ...enReview,
  ...enPortraits,
  ...enProtection,
  ...enResults,
  ...enSearch,
  ...enStructure,
  ...enWords,
  ...enSettings,
  ...enTranslations,
  ...enSurvey,
  ...enTeam,
  ...enTour,
};

/** Every text of the interface has an id; the English catalogue is the list of them. */
export type MessageId = keyof typeof en;

type Catalogue = Readonly<Record<MessageId, string>>;

const ja: Catalogue = {
  ...jaAdjudication,
  ...jaAgreement,
  ...jaApp,
  ...jaBackups,
  ...jaCases,
  ...jaCodebook,
  ...jaCoding,
  ...jaComparison,
  ...jaCooccurrence,
  ...jaCorrections,
  ...jaErrors,
  ...jaDocuments,
  ...jaExchange,
  ...jaGuide,
  ...jaHelp,
  ...jaHistory,
  ...jaImports,
  ...jaMemos,
  ...jaPseudonyms,
  ...jaQuery,
  ...jaReports,
  ...jaJoint,
  ...jaPlane,
  ...jaReview,
  ...jaPortraits,
  ...jaProtection,
  ...jaResults,
  ...jaSearch,
  ...jaStructure,
  ...jaWords,
  ...jaSettings,
  ...jaTranslations,
  ...jaSurvey,
  ...jaTeam,
  ...jaTour,
};

const zh: Catalogue = {
  ...zhAdjudication,
  ...zhAgreement,
  ...zhApp,
  ...zhBackups,
  ...zhCases,
  ...zhCodebook,
  ...zhCoding,
  ...zhComparison,
  ...zhCooccurrence,
  ...zhCorrections,
  ...zhErrors,
  ...zhDocuments,
  ...zhExchange,
  ...zhGuide,
  ...zhHelp,
  ...zhHistory,
  ...zhImports,
  ...zhMemos,
  ...zhPseudonyms,
  ...zhQuery,
  ...zhReports,
  ...zhJoint,
  ...zhPlane,
  ...zhReview,
  ...zhPortraits,
  ...zhProtection,
  ...zhResults,
  ...zhSearch,
  ...zhStructure,
  ...zhWords,
  ...zhSettings,
  ...zhTranslations,
  ...zhSurvey,
  ...zhTeam,
  ...zhTour,
};

/** The interface's texts in ICU message format, by language and id; the command line reads the same ones. */
export const catalogues: { readonly en: Catalogue; readonly 'zh-Hans': Catalogue; readonly ja: Catalogue } = {
  en,
  'zh-Hans': zh,
  ja,
};
