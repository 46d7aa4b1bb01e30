import {all, type Behavior} from './behavior';

const brought = new WeakSet<HTMLElement>();

/** Offers to store the edition on this device, from a module of its own. */
export default {
  arrive() {
    for (const place of all('store-edition')) {
      if (!brought.has(place)) {
        brought.add(place);
        import('./store/index').then(({offerIn}) => offerIn(place)).catch(reportError);
      }
    }
  },
} satisfies Behavior;
