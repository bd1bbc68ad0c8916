/** The key that a `client_reference_id` of Stripe stands for; one that is not of our writing as it is. */
export declare function readClientReference(reference: string): string
