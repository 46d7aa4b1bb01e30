/** One sitting: the questions that are still to come, the next one first. */
export interface Round {
  queue: readonly string[];
  /** Further questions, for when a missed one has too few others before it comes again. */
  reserve: readonly string[];
  /** Missed ones that come, or came, again. */
  returned: readonly string[];
}

type PageOf = (question: string) => string;

/** How many questions there are between a missed one and its return, at least. */
const distance = 3;

/**
 * Lets no two neighbours be of one page, as long as there are others; else keeps the order.
 * @param last what was asked just before
 */
export function mix(questions: readonly string[], pageOf: PageOf, last = ''): string[] {
  const rest = [...questions];
  const mixed: string[] = [];
  while (rest.length > 0) {
    const before = pageOf(mixed.at(-1) ?? last);
    const left = new Map<string, number>();
    rest.forEach((question) => left.set(pageOf(question), (left.get(pageOf(question)) ?? 0) + 1));
    const [crowded] = [...left].find(([, count]) => count * 2 > rest.length) ?? [];
    const isOther = (question: string) => pageOf(question) !== before;
    // A page with more than half of what is left would end in a row of its own.
    const wanted = rest.findIndex((question) => isOther(question) && pageOf(question) === crowded);
    const index = wanted === -1 ? rest.findIndex(isOther) : wanted;
    mixed.push(...rest.splice(Math.max(index, 0), 1));
  }
  return mixed;
}

/** The round after its first question was answered. A missed one comes once more. */
export function advance(round: Round, wasMissed: boolean, pageOf: PageOf): Round {
  const [asked = '', ...rest] = round.queue;
  if (!wasMissed || round.returned.includes(asked)) {
    return {...round, queue: rest};
  }
  const missing = Math.max(distance - rest.length, 0);
  const queue = [...rest, ...round.reserve.slice(0, missing)];
  const places = Array.from({length: queue.length - distance + 1}, (_, index) => index + distance);
  const isFree = (place: number) =>
    [queue[place - 1], queue[place]].every(
      (neighbour) => neighbour === undefined || pageOf(neighbour) !== pageOf(asked),
    );
  const place = places.find(isFree) ?? places[0] ?? queue.length;
  return {
    queue: [...queue.slice(0, place), asked, ...queue.slice(place)],
    reserve: round.reserve.slice(missing),
    returned: [...round.returned, asked],
  };
}
