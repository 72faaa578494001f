void out(long v);

typedef unsigned long vm_flags_t; struct vma { unsigned long vm_start, vm_end, vm_pgoff; union {
		const vm_flags_t vm_flags; vm_flags_t __vm_flags; }; };
#define VM_GROWSDOWN 0x100UL
#define VM_STACK (VM_GROWSDOWN | 0x20)
static void set(struct vma *v, vm_flags_t f) { v->__vm_flags |= f; }
static void clear(struct vma *v, vm_flags_t f) { v->__vm_flags &= ~f; }
static unsigned long pages(const struct vma *v) { return (v->vm_end - v->vm_start) >> 12; }
static unsigned long pgoff(const struct vma *v, unsigned long a) {
	return ((a - v->vm_start) >> 12) + v->vm_pgoff; }
int main(void) { struct vma v = { .vm_start = 0x7fffffffe000UL, .vm_end = 0x7ffffffff000UL, .vm_pgoff = 5,
		.vm_flags = 3 }, w = v; set(&v, VM_STACK); out(v.vm_flags);
	out((v.vm_flags & VM_STACK) == VM_STACK); clear(&v, 0x20); out(v.vm_flags & VM_STACK);
	__builtin_memcpy(&w, &v, sizeof(w)); w.vm_start -= 0x3000; out(pages(&w)); out(pgoff(&w, v.vm_end));
	out(pages(&v)); out((long)(v.vm_start - w.vm_end)); return 0; }
