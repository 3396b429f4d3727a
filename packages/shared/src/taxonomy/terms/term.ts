/** A word of the vocabulary, explained so that two people use it alike. The wording is Plumbline's own. */
export interface Term<K extends string = string> {
  definition: string;
  /** A question that tells whether the word applies. */
  test: string;
  /** The value of the same vocabulary that it is most easily taken for. */
  neighbour: K;
  /** What sets it apart from that one. */
  difference: string;
  example: string;
  /** Paper, standard, or the house. */
  source: string;
}

/** Every value of a vocabulary, explained. */
export type Terms<K extends string> = Readonly<Record<K, Term<K>>>;

/** Writes a term in one line. */
export function term<K extends string>(
  definition: string,
  test: string,
  neighbour: K,
  difference: string,
  example: string,
  source: string,
): Term<K> {
  return { definition, test, neighbour, difference, example, source };
}

/** Works that many terms rest on. */
export const works = {
  concrete: 'Amodei et al., Concrete Problems in AI Safety, arXiv:1606.06565',
  gaming: 'Krakovna et al., Specification Gaming, DeepMind 2020',
  mesa: 'Hubinger et al., Risks from Learned Optimization, arXiv:1906.01820',
  misgeneralization:
    'Langosco et al., Goal Misgeneralization, arXiv:2105.14111; Shah et al., arXiv:2210.01790',
  goodhart: "Manheim & Garrabrant, Categorizing Variants of Goodhart's Law, arXiv:1803.04585",
  overoptimisation: 'Gao et al., Scaling Laws for Reward Model Overoptimization, arXiv:2210.10760',
  rlhf: 'Casper et al., Open Problems of RLHF, arXiv:2307.15217',
  sycophancy: 'Sharma et al., Towards Understanding Sycophancy, arXiv:2310.13548',
  deep: 'Ngo et al., The Alignment Problem from a Deep Learning Perspective, arXiv:2209.00626',
  hhh: 'Askell et al., A General Language Assistant, arXiv:2112.00861',
  shift: 'Hendrycks et al., Unsolved Problems in ML Safety, arXiv:2109.13916',
  rmf: 'NIST AI 100-1, AI Risk Management Framework 1.0',
  genai: 'NIST AI 600-1, Generative AI Profile',
  oecd: 'OECD, Defining AI Incidents and Related Terms, 2024',
  euai: 'Regulation (EU) 2024/1689, AI Act',
  sre: 'Beyer et al., Site Reliability Engineering, 2016',
  house: 'Plumbline',
} as const;
