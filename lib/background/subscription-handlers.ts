/** The verbs of subscriptions: asked by the page of packs only; every change sets the alarm for the next update anew. */
import type { Handlers } from '../messages/serve';
import { addSubscription, leaveOffer, takeOffer, updateSubscription } from './subscriptions';
import { scheduleUpdates } from './update-alarm';

type SubscriptionHandlers = Pick<
  Handlers,
  'subscriptions/add' | 'subscriptions/take' | 'subscriptions/leave' | 'subscriptions/update'
>;

export const subscriptionHandlers: SubscriptionHandlers = {
  'subscriptions/add': ({ address }) => addSubscription(address),

  async 'subscriptions/take'({ id }) {
    const outcome = await takeOffer(id);
    await scheduleUpdates();
    return outcome;
  },

  async 'subscriptions/leave'({ id }) {
    await leaveOffer(id);
    return null;
  },

  async 'subscriptions/update'({ id }) {
    const outcome = await updateSubscription(id, 'person');
    await scheduleUpdates();
    return outcome;
  },
};
