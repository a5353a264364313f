/** Other names of the coefficients in use, reduced to letters and digits, with the parameters they bring. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  percent: 'percent_agreement',
  pa: 'percent_agreement',
  observedagreement: 'percent_agreement',
  agree: 'percent_all_agree',
  allagree: 'percent_all_agree',
  holsticr: 'holsti',
  kappa: 'cohen_kappa',
  cohen: 'cohen_kappa',
  cohenskappa: 'cohen_kappa',
  cohenweightedkappa: 'weighted_kappa',
  cohenkappaweighted: 'weighted_kappa',
  pi: 'scott_pi',
  scott: 'scott_pi',
  scottspi: 'scott_pi',
  bp: 'brennan_prediger',
  bennetts: 'brennan_prediger',
  s: 'brennan_prediger',
  randolph: 'brennan_prediger',
  randolphkappa: 'brennan_prediger',
  fleiss: 'fleiss_kappa',
  fleisskappanull: 'fleiss_kappa_null_test',
  conger: 'conger_kappa',
  hubert: 'conger_kappa',
  light: 'light_kappa',
  ac1: 'gwet_ac1',
  gwet: 'gwet_ac1',
  ac2: 'gwet_ac2',
  alpha: 'krippendorff_alpha',
  krippendorff: 'krippendorff_alpha',
  krippendorffsalpha: 'krippendorff_alpha',
  setalpha: 'krippendorff_alpha_set',
  masialpha: 'krippendorff_alpha_set',
  alphau: 'alpha_u_1995',
  ualphafamily: 'u_alpha_family_2016',
  ualpha: 'u_alpha_family_2016',
  baralpha: 'u_alpha_family_2016',
  barualpha: 'u_alpha_family_2016',
  cualpha: 'u_alpha_family_2016',
  kualpha: 'u_alpha_family_2016',
  gammacat: 'gamma_cat',
  spanf1: 'pairwise_span_f1',
  f1: 'pairwise_span_f1',
  characterf1: 'pairwise_span_f1',
};

function reduced(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The name a coefficient is computed under: its own, written in any way, or that which another name stands for. */
export function coefficientNamed(name: string, known: readonly string[]): string | null {
  const plain = reduced(name);
  return (
    known.find((each) => each === name) ?? known.find((each) => reduced(each) === plain) ?? OTHER_NAMES[plain] ?? null
  );
}
