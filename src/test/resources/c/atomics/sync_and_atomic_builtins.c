void out(long v);

int main(void) { int v = 5, e = 5; unsigned long l = 10; long r; out(__sync_fetch_and_add(&v, 3)); out(v);
	out(__sync_add_and_fetch(&v, 2)); out(__sync_bool_compare_and_swap(&v, 10, 20));
	out(__sync_val_compare_and_swap(&v, 5, 6)); out(v); out(__sync_fetch_and_or(&l, 5));
	out(__sync_and_and_fetch(&l, 7)); out(__sync_lock_test_and_set(&v, 1)); __sync_lock_release(&v);
	out(v); __sync_synchronize(); out(__atomic_load_n(&l, 5)); __atomic_store_n(&l, 99, 3); out(l);
	out(__atomic_exchange_n(&l, 7, 4)); out(__atomic_fetch_sub(&l, 10, 0)); out((long)l);
	out(__atomic_add_fetch(&v, 4, 0)); e = 3; out(__atomic_compare_exchange_n(&v, &e, 9, 0, 5, 5));
	out(e); out(__atomic_compare_exchange_n(&v, &e, 9, 0, 5, 5)); out(v); unsigned char c = 250;
	out(__sync_fetch_and_add(&c, 10)); out(c); __atomic_load(&l, &r, 0); out(r);
	__atomic_thread_fence(5); __atomic_signal_fence(5); return 0; }
