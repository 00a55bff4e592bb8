	.file	"top_half.c"
	.text
	.p2align 4
	.type	take, @function
take:
	movl	%edx, %eax
	pushq	%r12
	movq	%rdi, %r9
	xorl	%r10d, %r10d
	pushq	%rbp
	movl	$8, %edx
	movq	%rsi, %rbp
	pushq	%rbx
	movq	%rax, %rbx
	leaq	(%rax,%rax,4), %rax
	leaq	(%rax,%rax,4), %r8
	movq	(%rdi), %rax
	salq	$3, %r8
	movslq	(%rax,%r8), %rdi
	leaq	-16(%rsp), %rsi
	xorl	%eax, %eax
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L2
	cmpq	$-11, %rax
	je	.L10
	cmpq	$-4, %rax
	jne	.L3
.L10:
	popq	%rbx
	xorl	%eax, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L2:
	movq	-16(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L6
	movl	$1, 4(%rbp)
.L6:
	testl	%eax, %eax
	je	.L10
	movq	$1, -8(%rsp)
	addq	(%r9), %r8
	movl	64(%r8), %edx
	testl	%edx, %edx
	je	.L8
	leaq	-8(%rsp), %rsi
	xorl	%r9d, %r9d
	movl	$1, %r12d
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L9:
	movq	72(%r8), %rax
	movl	%r9d, %ecx
	xorl	%r10d, %r10d
	movslq	(%rax,%rcx,4), %rdi
	movq	%r12, %rax
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	addl	$1, %r9d
	cmpl	64(%r8), %r9d
	jb	.L9
	movq	-16(%rsp), %rax
.L8:
	movslq	0(%rbp), %rcx
	andl	$4294967295, %eax
	movq	%rcx, %rdx
	movl	%ebx, 16(%rbp,%rcx,4)
	addl	$1, %edx
	movl	%edx, 0(%rbp)
	movq	%rax, 80(%rbp,%rcx,8)
	jmp	.L10
	.p2align 4,,10
	.p2align 3
.L3:
	negq	%rax
	movl	%ebx, 364(%r9)
	movl	%eax, 360(%r9)
	movl	$2, %eax
	movq	$0, 368(%r9)
	movl	$1, 356(%r9)
	popq	%rbx
	popq	%rbp
	popq	%r12
	ret
	.size	take, .-take
	.p2align 4
	.type	write_register, @function
write_register:
	pushq	%rbx
	movq	%rsi, %r9
	subq	$16, %rsp
	movl	16(%rsi), %eax
	movq	(%r9), %rbx
	movl	20(%rsi), %esi
	cmpl	$3, %eax
	je	.L37
	cmpl	$1, %eax
	je	.L38
	cmpl	$2, %eax
	je	.L39
	cmpl	$4, %esi
	je	.L40
	cmpl	$8, %esi
	je	.L41
	cmpl	$2, %esi
	je	.L42
	movb	%dl, (%rbx)
	xorl	%edx, %edx
.L20:
	addq	$16, %rsp
	movq	%rdx, %rax
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L40:
	movl	%edx, (%rbx)
	xorl	%edx, %edx
	jmp	.L20
	.p2align 4,,10
	.p2align 3
.L37:
	movq	8(%r9), %rdi
	xorl	%r10d, %r10d
	movl	$16, %eax
	movq	%rbx, %rdx
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	js	.L20
	xorl	%edx, %edx
	jmp	.L20
	.p2align 4,,10
	.p2align 3
.L42:
	movw	%dx, (%rbx)
	xorl	%edx, %edx
	jmp	.L20
	.p2align 4,,10
	.p2align 3
.L41:
	movq	%rdx, (%rbx)
	xorl	%edx, %edx
	jmp	.L20
	.p2align 4,,10
	.p2align 3
.L38:
	movq	%rdx, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$18, %r8d
	.p2align 4,,10
	.p2align 3
.L25:
	movl	20(%r9), %edx
	movq	8(%r9), %rdi
	movq	%r8, %rax
	movq	(%r9), %r10
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L25
	movl	20(%r9), %ecx
	xorl	%edx, %edx
	cmpq	%rcx, %rax
	je	.L20
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovns	%rax, %rdx
	jmp	.L20
	.p2align 4,,10
	.p2align 3
.L39:
	movq	%rdi, %r10
	movq	%rdx, %r8
	movq	8(%r9), %rdi
	movl	%esi, %edx
	movl	$0, 8(%rsp)
	leaq	8(%rsp), %r9
	movl	$1, %ecx
	movq	%rbx, %rsi
	call	*40(%r10)
	movslq	8(%rsp), %rdx
	jmp	.L20
	.size	write_register, .-write_register
	.p2align 4
	.type	read_register, @function
read_register:
	pushq	%rbx
	movq	%rdx, %rbx
	movq	%rsi, %r8
	subq	$16, %rsp
	movq	$0, (%rdx)
	movl	16(%rsi), %edx
	movl	20(%rsi), %esi
	cmpl	$1, %edx
	je	.L58
	movq	%rdi, %rax
	movq	(%r8), %rdi
	cmpl	$2, %edx
	je	.L59
	cmpl	$4, %esi
	je	.L60
	cmpl	$8, %esi
	je	.L61
	cmpl	$2, %esi
	je	.L62
	movzbl	(%rdi), %eax
.L52:
	movq	%rax, (%rbx)
	xorl	%eax, %eax
.L43:
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L60:
	movl	(%rdi), %eax
	jmp	.L52
	.p2align 4,,10
	.p2align 3
.L61:
	movq	(%rdi), %rax
	jmp	.L52
	.p2align 4,,10
	.p2align 3
.L62:
	movzwl	(%rdi), %eax
	jmp	.L52
	.p2align 4,,10
	.p2align 3
.L58:
	movq	$0, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$17, %r9d
	.p2align 4,,10
	.p2align 3
.L45:
	movl	20(%r8), %edx
	movq	8(%r8), %rdi
	movq	%r9, %rax
	movq	(%r8), %r10
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L45
	movl	20(%r8), %edx
	cmpq	%rdx, %rax
	je	.L46
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%rdx, %rax
	jmp	.L43
	.p2align 4,,10
	.p2align 3
.L59:
	movq	8(%r8), %r10
	movl	$0, 8(%rsp)
	movl	%esi, %edx
	xorl	%ecx, %ecx
	leaq	8(%rsp), %r9
	movq	%rdi, %rsi
	xorl	%r8d, %r8d
	movq	%r10, %rdi
	call	*40(%rax)
	movq	%rax, (%rbx)
	movslq	8(%rsp), %rax
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L46:
	movq	8(%rsp), %rax
	movq	%rax, (%rbx)
	xorl	%eax, %eax
	jmp	.L43
	.size	read_register, .-read_register
	.p2align 4
	.type	read_step, @function
read_step:
	pushq	%rbp
	movq	%rcx, %rbp
	subq	$48, %rsp
	movq	(%rsi), %rax
	movq	%rax, 24(%rsp)
	movq	8(%rsi), %rax
	movq	%rax, 32(%rsp)
	movq	16(%rsi), %rax
	movq	%rax, 40(%rsp)
	movq	72(%rsi), %rax
	imulq	%rdx, %rax
	addq	%rax, 24(%rsp)
	movl	44(%rsi), %eax
	testl	%eax, %eax
	jne	.L64
.L66:
	leaq	24(%rsp), %rsi
	movq	%rbp, %rdx
	call	read_register
	addq	$48, %rsp
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L64:
	imulq	88(%rsi), %rdx
	addq	$24, %rsi
	addq	56(%rsi), %rdx
	movq	%rdi, 8(%rsp)
	call	write_register
	movq	8(%rsp), %rdi
	testq	%rax, %rax
	je	.L66
	addq	$48, %rsp
	popq	%rbp
	ret
	.size	read_step, .-read_step
	.p2align 4
	.type	read_status, @function
read_status:
	pushq	%r14
	movl	%edx, %eax
	movq	%rcx, %rdx
	movq	%r8, %rcx
	pushq	%r13
	movq	%r8, %r14
	movq	%rdi, %r13
	pushq	%r12
	movl	%esi, %r12d
	pushq	%rbp
	movq	%rax, %rbp
	pushq	%rbx
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	subq	$16, %rsp
	addq	8(%rdi), %rbx
	movq	%rbx, %rsi
	call	read_step
	testq	%rax, %rax
	jne	.L83
	movl	$8, %ecx
	subl	20(%rbx), %ecx
	movq	$-1, %rax
	sall	$3, %ecx
	shrq	%cl, %rax
	cmpq	%rax, (%r14)
	je	.L74
.L78:
	addq	$16, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L74:
	movq	%rsp, %rdx
	leaq	80(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L76
	movl	$4294967295, %eax
	cmpq	%rax, (%rsp)
	jne	.L77
.L76:
	movl	$0, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$3, 356(%r13)
.L73:
	addq	$16, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L83:
	movl	%eax, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$2, 356(%r13)
	jmp	.L73
	.p2align 4,,10
	.p2align 3
.L77:
	leaq	8(%rsp), %rdx
	leaq	104(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L76
	movzwl	8(%rsp), %eax
	cmpq	$65535, %rax
	jne	.L78
	jmp	.L76
	.size	read_status, .-read_status
	.p2align 4
	.type	run_step, @function
run_step:
	pushq	%r15
	movl	%edx, %eax
	pushq	%r14
	movq	%rax, %r14
	pushq	%r13
	movq	%rcx, %r13
	pushq	%r12
	movq	%rdi, %r12
	pushq	%rbp
	movl	%esi, %ebp
	pushq	%rbx
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	subq	$72, %rsp
	addq	8(%rdi), %rbx
	imull	108(%rbx), %ecx
	movq	56(%rbx), %r15
	movq	$0, 32(%rsp)
	movl	96(%rbx), %r9d
	movq	48(%rbx), %rax
	salq	%cl, %r15
	cmpl	$8, %r9d
	je	.L110
	salq	%cl, %rax
	movq	%rax, %r10
	cmpl	$1, %r9d
	jbe	.L111
	movl	%r9d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L92
	cmpl	$3, %r9d
	jne	.L86
	andq	(%r8), %r10
	movq	%r10, %r15
.L86:
	movq	(%rbx), %rax
	movq	%r15, 32(%rsp)
	movq	%rax, 40(%rsp)
	movq	8(%rbx), %rax
	movq	%rax, 48(%rsp)
	movq	16(%rbx), %rax
	movq	%rax, 56(%rsp)
	movq	72(%rbx), %rax
	imulq	%r13, %rax
	addq	%rax, 40(%rsp)
	movl	44(%rbx), %eax
	testl	%eax, %eax
	jne	.L112
.L97:
	leaq	40(%rsp), %rsi
	movq	%r15, %rdx
	movq	%r12, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L98
.L95:
	xorl	%eax, %eax
.L84:
	addq	$72, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L111:
	movq	%r13, %rcx
	movl	%r14d, %edx
	movq	%rax, 24(%rsp)
	movl	%r9d, 16(%rsp)
	movq	%r8, 8(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L89
	movq	8(%rsp), %r8
	movl	16(%rsp), %r9d
	movq	24(%rsp), %rax
	andq	(%r8), %rax
	testl	%r9d, %r9d
	jne	.L90
	testq	%rax, %rax
	setne	%al
.L91:
	addq	$72, %rsp
	xorl	$1, %eax
	popq	%rbx
	movzbl	%al, %eax
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L110:
	movl	%esi, %eax
	movq	(%rdi), %rdx
	leaq	(%rax,%rax,4), %rax
	leaq	(%rax,%rax,4), %rax
	leaq	(%rdx,%rax,8), %rax
	movl	60(%rax), %ecx
	testl	%ecx, %ecx
	je	.L86
	jmp	.L95
	.p2align 4,,10
	.p2align 3
.L92:
	leaq	32(%rsp), %rcx
	movq	%r13, %rdx
	movq	%rbx, %rsi
	movq	%r10, 16(%rsp)
	movl	%r9d, 8(%rsp)
	call	read_step
	movl	8(%rsp), %r9d
	movq	16(%rsp), %r10
	testq	%rax, %rax
	jne	.L113
	cmpl	$6, %r9d
	je	.L95
	movq	64(%rbx), %rdx
	movq	%r10, %rax
	andq	%r15, %rax
	orq	%r10, %rdx
	notq	%rdx
	andq	32(%rsp), %rdx
	orq	%rax, %rdx
	movq	%rdx, %r15
	jmp	.L86
	.p2align 4,,10
	.p2align 3
.L112:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%r12, %rdi
	imulq	%r13, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L97
.L98:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$1, 372(%r12)
	movl	$2, 356(%r12)
.L89:
	movl	$2, %eax
	jmp	.L84
	.p2align 4,,10
	.p2align 3
.L90:
	cmpq	%rax, %r15
	sete	%al
	jmp	.L91
	.p2align 4,,10
	.p2align 3
.L113:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$0, 372(%r12)
	movl	$2, 356(%r12)
	jmp	.L89
	.size	run_step, .-run_step
	.p2align 4
	.type	mask_storm, @function
mask_storm:
	pushq	%r14
	movl	%esi, %eax
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movq	%rax, %rbp
	leaq	(%rax,%rax,4), %rax
	pushq	%rbx
	leaq	(%rax,%rax,4), %rdx
	subq	$16, %rsp
	movq	(%rdi), %rax
	movl	376(%rdi), %ecx
	movq	$0, 8(%rsp)
	leaq	(%rax,%rdx,8), %rax
	leal	1(%rcx), %edx
	movl	$1, 60(%rax)
	movl	%edx, 376(%rdi)
	movl	52(%rax), %r12d
	movl	48(%rax), %r14d
	cmpl	%r12d, %r14d
	jnb	.L115
	movq	%rdi, %rbx
	leaq	8(%rsp), %r13
	jmp	.L117
	.p2align 4,,10
	.p2align 3
.L120:
	addl	$1, %r14d
	cmpl	%r12d, %r14d
	jnb	.L115
.L117:
	xorl	%ecx, %ecx
	movq	%r13, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L120
	addq	$16, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L115:
	addq	$16, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.size	mask_storm, .-mask_storm
	.p2align 4
	.type	count_spurious, @function
count_spurious:
	movl	%esi, %eax
	leaq	(%rax,%rax,4), %rax
	leaq	(%rax,%rax,4), %r8
	movq	(%rdi), %rax
	leaq	(%rax,%r8,8), %rax
	addq	144(%rax), %rdx
	subq	$1, %rdx
	movq	%rdx, 144(%rax)
	movq	136(%rax), %rdx
	addq	$1, %rdx
	movq	%rdx, 136(%rax)
	movl	56(%rax), %edx
	testl	%edx, %edx
	je	.L122
	movq	%rcx, %r8
	subq	80(%rax), %r8
	addl	$1, %edx
	cmpq	$1000000000, %r8
	jg	.L122
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	je	.L128
.L124:
	xorl	%eax, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L122:
	movl	$1, %edx
	movq	%rcx, 80(%rax)
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	jne	.L124
.L128:
	movq	192(%rax), %rcx
	movl	$0, 56(%rax)
	leaq	1(%rcx), %rdx
	movq	%rdx, 192(%rax)
	jmp	mask_storm
	.size	count_spurious, .-count_spurious
	.p2align 4
	.type	run_block, @function
run_block:
	pushq	%r15
	movq	%r8, %rax
	pushq	%r14
	movl	%esi, %r14d
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movl	%edx, %ebp
	movl	%esi, %edx
	pushq	%rbx
	leaq	(%rdx,%rdx,4), %rdx
	leaq	(%rdx,%rdx,4), %rdx
	leaq	0(,%rdx,8), %r8
	subq	$88, %rsp
	movq	(%rdi), %rsi
	movq	%r9, 56(%rsp)
	addq	%r8, %rsi
	cmpl	%ecx, %ebp
	jnb	.L147
	movq	%rdi, %r12
	leaq	56(%rsp), %rdi
	movq	%rsi, 24(%rsp)
	movl	%ecx, %r15d
	movq	%r8, 16(%rsp)
	movq	%rax, %r13
	movq	%rdi, 8(%rsp)
	jmp	.L130
	.p2align 4,,10
	.p2align 3
.L165:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L161
	cmpl	$11, %eax
	je	.L162
.L141:
	movq	%r9, %rsi
	andq	48(%rbx), %rsi
	je	.L137
	cmpl	$12, 96(%rbx)
	je	.L163
.L144:
	movl	100(%rbx), %ecx
	leal	1(%rbp), %edx
	movq	%r13, %r8
	movl	%r14d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L142
.L137:
	addl	100(%rbx), %ebp
.L133:
	addl	$1, %ebp
	cmpl	%r15d, %ebp
	jnb	.L147
.L130:
	movl	%ebp, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r12), %rbx
	movl	96(%rbx), %eax
	cmpl	$5, %eax
	je	.L164
	cmpl	$8, %eax
	ja	.L165
	movq	8(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L133
.L142:
	addq	$88, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L164:
	movq	24(%rsp), %rax
	movq	336(%r12), %rdx
	movq	120(%rax), %rsi
	movq	128(%rax), %rcx
	movq	56(%r12), %rax
	andq	%rdx, %rax
	addq	$1, %rdx
	leaq	(%rax,%rax,4), %r8
	movq	16(%r12), %rax
	leaq	(%rax,%r8,8), %rax
	movq	56(%rsp), %r8
	movq	%rcx, 16(%rax)
	movq	16(%rsp), %rcx
	addq	(%r12), %rcx
	movq	%rsi, 8(%rax)
	movl	%ebp, %esi
	addl	100(%rbx), %ebp
	subw	4(%rcx), %si
	movq	%r8, (%rax)
	movw	%si, 32(%rax)
	addl	$1, %ebp
	xorl	%esi, %esi
	movl	%r14d, 24(%rax)
	movl	%r13d, 28(%rax)
	movw	%si, 34(%rax)
	addl	$1, 20(%rcx)
	movl	$0, 56(%rcx)
	movq	%rdx, 336(%r12)
	cmpl	%r15d, %ebp
	jb	.L130
.L147:
	addq	$88, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L163:
	movq	%rsi, %rax
	xorl	%ecx, %ecx
	.p2align 4,,10
	.p2align 3
.L145:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L145
	movq	16(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	160(%rax), %rcx
	movq	%rcx, 160(%rax)
	jmp	.L144
	.p2align 4,,10
	.p2align 3
.L162:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L142
	movq	72(%rsp), %r9
	jmp	.L141
	.p2align 4,,10
	.p2align 3
.L161:
	movq	48(%rbx), %r11
	xorl	%r8d, %r8d
	leal	1(%rbp), %edx
	rep bsfq	%r11, %r8
	movslq	%r8d, %r8
	andq	%r9, %r11
	je	.L137
	movq	%r9, 40(%rsp)
	movq	%r12, 32(%rsp)
	movq	%r13, %r12
	movl	%edx, %r13d
	movl	%ebp, 48(%rsp)
	movq	%r8, %rbp
	movl	%r15d, 52(%rsp)
	movq	%rbx, %r15
	movq	%r11, %rbx
	.p2align 4,,10
	.p2align 3
.L139:
	movl	104(%r15), %eax
	xorl	%ecx, %ecx
	movl	100(%r15), %esi
	movl	%r13d, %edx
	rep bsfq	%rbx, %rcx
	movq	40(%rsp), %r9
	movq	32(%rsp), %rdi
	imulq	%r12, %rax
	addq	56(%r15), %rax
	addl	%r13d, %esi
	movslq	%ecx, %rcx
	subq	%rbp, %rax
	leaq	(%rax,%rcx), %r8
	movl	%esi, %ecx
	movl	%r14d, %esi
	call	run_block
	testl	%eax, %eax
	jne	.L142
	leaq	-1(%rbx), %rax
	andq	%rax, %rbx
	jne	.L139
	movq	%r15, %rbx
	movq	%r12, %r13
	movl	48(%rsp), %ebp
	movl	52(%rsp), %r15d
	movq	32(%rsp), %r12
	jmp	.L137
	.size	run_block, .-run_block
	.p2align 4
	.type	find_handlers, @function
find_handlers:
	movl	%esi, %eax
	pushq	%r12
	movq	%rdx, %r9
	leaq	(%rax,%rax,4), %rax
	pushq	%rbp
	movq	%rdi, %rbp
	pushq	%rbx
	leaq	(%rax,%rax,4), %rdx
	movq	(%rdi), %rax
	movq	336(%rdi), %rbx
	leaq	(%rax,%rdx,8), %r12
	movl	4(%r12), %edx
	orq	%r9, 112(%r12)
	movl	32(%r12), %r8d
	movl	8(%r12), %ecx
	leaq	0(,%rdx,8), %rax
	movq	%rdx, %rdi
	subq	%rdx, %rax
	xorl	%edx, %edx
	salq	$4, %rax
	addq	8(%rbp), %rax
	cmpl	$1, 96(%rax)
	setbe	%dl
	addl	%edi, %edx
	movq	%rbp, %rdi
	call	run_block
	movl	$2, %r8d
	testl	%eax, %eax
	jne	.L166
	movq	336(%rbp), %rcx
	movl	%eax, %r8d
	cmpq	%rcx, %rbx
	je	.L168
	leaq	1(%rbx), %rax
	movq	16(%rbp), %rdi
	movq	56(%rbp), %rdx
	cmpq	%rcx, %rax
	je	.L175
	.p2align 4,,10
	.p2align 3
.L169:
	andq	%rdx, %rbx
	movl	$1, %r9d
	leaq	(%rbx,%rbx,4), %rsi
	movq	%rax, %rbx
	leaq	1(%rbx), %rax
	movw	%r9w, 34(%rdi,%rsi,8)
	cmpq	%rcx, %rax
	jne	.L169
.L175:
	movl	40(%r12), %r11d
	andq	%rbx, %rdx
	leaq	(%rdx,%rdx,4), %rax
	xorl	%edx, %edx
	testl	%r11d, %r11d
	setne	%dl
	movw	%dx, 34(%rdi,%rax,8)
.L170:
	movq	%rcx, 320(%rbp)
.L166:
	popq	%rbx
	movl	%r8d, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L168:
	movl	40(%r12), %r10d
	testl	%r10d, %r10d
	jne	.L170
	movq	120(%r12), %rax
	addq	184(%r12), %rax
	subq	$1, %rax
	movq	%rax, 184(%r12)
	movq	176(%r12), %rax
	addq	$1, %rax
	movq	%rax, 176(%r12)
	movq	336(%rbp), %rcx
	jmp	.L170
	.size	find_handlers, .-find_handlers
	.p2align 4
	.type	finish, @function
finish:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	movl	%edx, %r14d
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movq	%rax, %rbp
	leaq	(%rax,%rax,4), %rax
	pushq	%rbx
	leaq	(%rax,%rax,4), %rdx
	subq	$24, %rsp
	movq	(%rdi), %rax
	leaq	(%rax,%rdx,8), %r13
	movl	$0, 44(%r13)
	cmpl	16(%r13), %r14d
	jnb	.L189
	movq	%rdi, %r15
	leaq	112(%r13), %r12
.L177:
	movl	%r14d, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r15), %rbx
	cmpl	$7, 96(%rbx)
	je	.L179
	movl	32(%r13), %ecx
	movq	%r12, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%r15, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L181
.L180:
	movl	$2, %eax
.L176:
	addq	$24, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L181:
	addl	$1, %r14d
.L188:
	cmpl	16(%r13), %r14d
	jb	.L177
.L189:
	movq	$0, 112(%r13)
	xorl	%eax, %eax
	jmp	.L176
	.p2align 4,,10
	.p2align 3
.L179:
	movq	56(%r15), %rax
	movl	36(%r13), %edx
	movq	192(%r15), %rcx
	addq	$1, %rax
	subq	336(%r15), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L199
	movl	32(%r13), %ecx
	movl	4(%r13), %edx
	leaq	8(%rsp), %r8
	movl	%ebp, %esi
	movq	$0, 8(%rsp)
	movq	%r15, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L180
	cmpl	$1, %eax
	je	.L181
	movl	40(%r13), %edx
	movq	%rdx, %rax
	cmpq	56(%rbx), %rdx
	jnb	.L200
	addl	$1, %eax
	movq	$0, 112(%r13)
	movl	%ebp, %esi
	movq	%r15, %rdi
	movl	%eax, 40(%r13)
	movq	8(%rsp), %rdx
	call	find_handlers
	testl	%eax, %eax
	jne	.L180
	movl	20(%r13), %eax
	testl	%eax, %eax
	jne	.L185
	movl	8(%r13), %r14d
	jmp	.L188
.L199:
	movl	24(%r13), %edx
	movl	$1, 44(%r13)
	movq	128(%r13), %rax
	testl	%edx, %edx
	jne	.L185
	movl	$1, 24(%r13)
	movq	$0, 88(%r13)
	movq	$0, 96(%r13)
	movq	%rax, 104(%r13)
	addl	$1, 352(%r15)
.L185:
	xorl	%eax, %eax
	jmp	.L176
.L200:
	movq	168(%r13), %rax
	movl	%ebp, %esi
	movq	%r15, %rdi
	addq	$1, %rax
	movq	%rax, 168(%r13)
	movq	$0, 112(%r13)
	addq	$24, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	jmp	mask_storm
	.size	finish, .-finish
	.p2align 4
	.type	serve_blocks, @function
serve_blocks:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	movq	%rdx, %r14
	pushq	%r13
	movq	%rcx, %r13
	pushq	%r12
	movq	%rax, %r12
	leaq	(%rax,%rax,4), %rax
	pushq	%rbp
	leaq	(%rax,%rax,4), %rdx
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$24, %rsp
	movq	(%rdi), %rax
	movq	$0, 8(%rsp)
	leaq	(%rax,%rdx,8), %rbp
	movl	4(%rbp), %edx
	leaq	0(,%rdx,8), %rax
	subq	%rdx, %rax
	salq	$4, %rax
	addq	8(%rdi), %rax
	cmpl	$1, 96(%rax)
	jbe	.L219
	xorl	%edx, %edx
.L202:
	movl	$0, 40(%rbp)
	movl	%r12d, %esi
	movq	%rbx, %rdi
	movq	%r14, 120(%rbp)
	movq	%r13, 128(%rbp)
	call	find_handlers
	testl	%eax, %eax
	jne	.L206
	movl	20(%rbp), %eax
	testl	%eax, %eax
	je	.L220
.L208:
	xorl	%eax, %eax
	jmp	.L201
	.p2align 4,,10
	.p2align 3
.L220:
	movl	8(%rbp), %edx
.L218:
	addq	$24, %rsp
	movl	%r12d, %esi
	movq	%rbx, %rdi
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	jmp	finish
	.p2align 4,,10
	.p2align 3
.L219:
	leaq	8(%rsp), %r15
	movl	32(%rbp), %ecx
	movl	%r12d, %esi
	movq	%r15, %r8
	call	run_step
	cmpl	$2, %eax
	je	.L206
	cmpl	$1, %eax
	je	.L205
	movq	8(%rsp), %rdx
	jmp	.L202
	.p2align 4,,10
	.p2align 3
.L206:
	movl	$2, %eax
.L201:
	addq	$24, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L205:
	movq	%r13, %rcx
	movq	%r14, %rdx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	count_spurious
	testl	%eax, %eax
	jne	.L206
	movl	44(%rbp), %edi
	movl	16(%rbp), %ecx
	testl	%edi, %edi
	je	.L207
	movl	20(%rbp), %esi
	testl	%esi, %esi
	jne	.L208
	movl	8(%rbp), %edx
	cmpl	%ecx, %edx
	jnb	.L218
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	jmp	.L210
	.p2align 4,,10
	.p2align 3
.L211:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L218
.L210:
	cmpl	$7, 96(%rax)
	jne	.L211
	jmp	.L218
	.p2align 4,,10
	.p2align 3
.L207:
	subl	$1, %ecx
	leaq	0(,%rcx,8), %rax
	movq	%rcx, %rdx
	subq	%rcx, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	cmpl	$8, 96(%rax)
	jne	.L208
	movl	20(%rbp), %ecx
	testl	%ecx, %ecx
	jne	.L208
	movq	%r15, %r8
	xorl	%ecx, %ecx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	run_step
	jmp	.L201
	.size	serve_blocks, .-serve_blocks
	.p2align 4
	.type	flush_held, @function
flush_held:
	movl	352(%rdi), %ecx
	testl	%ecx, %ecx
	je	.L259
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$8, %rsp
	.p2align 4,,10
	.p2align 3
.L222:
	movl	72(%rbx), %eax
	xorl	%ebp, %ebp
	testl	%eax, %eax
	jne	.L243
	jmp	.L235
	.p2align 4,,10
	.p2align 3
.L224:
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jnb	.L235
.L243:
	testl	%ecx, %ecx
	je	.L235
	movl	%ebp, %edx
	movq	(%rbx), %rsi
	leaq	(%rdx,%rdx,4), %rax
	leaq	(%rax,%rax,4), %rax
	salq	$3, %rax
	addq	%rax, %rsi
	movl	24(%rsi), %edi
	testl	%edi, %edi
	je	.L224
	movq	56(%rbx), %rcx
	movl	36(%rsi), %edi
	movq	192(%rbx), %r9
	addq	$1, %rcx
	movq	336(%rbx), %r8
	subq	%r8, %rcx
	addq	%r9, %rcx
	cmpq	%rdi, %rcx
	jb	.L258
	movl	28(%rsi), %esi
	testl	%esi, %esi
	je	.L226
	movl	356(%rbx), %ecx
	testl	%ecx, %ecx
	jne	.L258
.L226:
	addq	(%rbx), %rax
	movl	28(%rax), %r11d
	movq	96(%rax), %rsi
	movl	$0, 24(%rax)
	subl	$1, 352(%rbx)
	testl	%r11d, %r11d
	je	.L260
	testq	%rsi, %rsi
	jne	.L229
	movl	20(%rax), %r9d
	testl	%r9d, %r9d
	jne	.L229
	movl	8(%rax), %edx
	movl	16(%rax), %ecx
	cmpl	%ecx, %edx
	jnb	.L230
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	jmp	.L231
	.p2align 4,,10
	.p2align 3
.L232:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%edx, %ecx
	je	.L230
.L231:
	cmpl	$7, 96(%rax)
	jne	.L232
.L230:
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	jne	.L245
	.p2align 4,,10
	.p2align 3
.L258:
	movl	352(%rbx), %ecx
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jb	.L243
.L235:
	xorl	%eax, %eax
	testl	%ecx, %ecx
	setne	%al
	movl	%eax, 348(%rbx)
	lock orq	$0, (%rsp)
	movl	72(%rbx), %r8d
	testl	%r8d, %r8d
	je	.L223
	xorl	%eax, %eax
	xorl	%r8d, %r8d
	jmp	.L237
	.p2align 4,,10
	.p2align 3
.L240:
	addl	$1, %eax
	cmpl	72(%rbx), %eax
	jnb	.L241
.L237:
	movl	352(%rbx), %edx
	testl	%edx, %edx
	je	.L241
	movl	%eax, %edx
	leaq	(%rdx,%rdx,4), %rdx
	leaq	(%rdx,%rdx,4), %rcx
	movq	(%rbx), %rdx
	leaq	(%rdx,%rcx,8), %rcx
	movl	24(%rcx), %edi
	testl	%edi, %edi
	je	.L240
	movq	56(%rbx), %rdx
	movl	36(%rcx), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rdx
	subq	336(%rbx), %rdx
	addq	%rdi, %rdx
	cmpq	%rsi, %rdx
	jb	.L240
	movl	28(%rcx), %esi
	testl	%esi, %esi
	je	.L247
	movl	356(%rbx), %ecx
	xorl	%edx, %edx
	testl	%ecx, %ecx
	sete	%dl
	addl	$1, %eax
	orl	%edx, %r8d
	cmpl	72(%rbx), %eax
	jb	.L237
	.p2align 4,,10
	.p2align 3
.L241:
	testl	%r8d, %r8d
	je	.L223
	movl	352(%rbx), %ecx
	jmp	.L222
	.p2align 4,,10
	.p2align 3
.L229:
	movq	104(%rax), %rcx
	movq	%rsi, %rdx
	movq	%rbx, %rdi
	movl	%ebp, %esi
	call	serve_blocks
	testl	%eax, %eax
	je	.L258
.L245:
	addq	$8, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L260:
	movl	32(%rax), %ecx
	movq	104(%rax), %r9
	movl	8(%rax), %edi
	salq	$32, %rcx
	orq	%rcx, %rdx
	movq	56(%rbx), %rcx
	andq	%r8, %rcx
	addq	$1, %r8
	leaq	(%rcx,%rcx,4), %r10
	movq	16(%rbx), %rcx
	leaq	(%rcx,%r10,8), %rcx
	movq	88(%rax), %r10
	movq	%rdx, 24(%rcx)
	subw	4(%rax), %di
	movq	%r10, (%rcx)
	xorl	%r10d, %r10d
	movq	%rsi, 8(%rcx)
	movq	%r9, 16(%rcx)
	movw	%di, 32(%rcx)
	movw	%r10w, 34(%rcx)
	addl	$1, 20(%rax)
	movl	$0, 56(%rax)
	movq	%r8, 336(%rbx)
	movq	%r8, 320(%rbx)
	movl	352(%rbx), %ecx
	jmp	.L224
	.p2align 4,,10
	.p2align 3
.L247:
	movl	$1, %r8d
	jmp	.L240
.L223:
	addq	$8, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	ret
.L259:
	xorl	%eax, %eax
	ret
	.size	flush_held, .-flush_held
	.p2align 4
	.type	look, @function
look:
	pushq	%r14
	pushq	%r13
	movq	%rsi, %r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$208, %rsp
	movslq	76(%rdi), %rdi
	testl	%edi, %edi
	js	.L292
	movslq	%edx, %r10
	leaq	16(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r14
	testq	%rax, %rax
	js	.L293
	movq	32(%rbx), %rdx
	movq	%rsp, %rsi
	testq	%rdx, %rdx
	je	.L272
	movl	$1, %edi
	call	*%rdx
.L273:
	imulq	$1000000000, (%rsp), %rax
	addq	8(%rsp), %rax
	movq	%rax, 8(%r13)
	testq	%r14, %r14
	je	.L270
	leaq	20(%rsp), %rbp
	xorl	%r12d, %r12d
	jmp	.L275
	.p2align 4,,10
	.p2align 3
.L274:
	addq	$1, %r12
	addq	$12, %rbp
	cmpq	%r14, %r12
	je	.L270
.L275:
	movl	0(%rbp), %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	testl	%eax, %eax
	je	.L274
	movl	$2, %ebp
	jmp	.L261
	.p2align 4,,10
	.p2align 3
.L293:
	cmpq	$-4, %rax
	jne	.L294
.L270:
	xorl	%ebp, %ebp
.L261:
	addq	$208, %rsp
	movl	%ebp, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L292:
	testl	%edx, %edx
	je	.L291
	movl	128(%rbx), %eax
	testl	%eax, %eax
	jne	.L291
	movq	(%rbx), %rax
	leaq	16(%rsp), %r12
	xorl	%r10d, %r10d
	movl	$1, %esi
	movq	$-1, %rdx
	movq	%r12, %rdi
	movl	(%rax), %eax
	movl	$1, 20(%rsp)
	movl	%eax, 16(%rsp)
	movl	$7, %eax
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L295
.L263:
	xorl	%edx, %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	movq	32(%rbx), %rdx
	movl	%eax, %ebp
	testq	%rdx, %rdx
	je	.L267
	movq	%r12, %rsi
	movl	$1, %edi
	call	*%rdx
.L268:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%r13)
	jmp	.L261
	.p2align 4,,10
	.p2align 3
.L294:
	negq	%r14
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%r14d, 360(%rbx)
	movq	$232, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L261
	.p2align 4,,10
	.p2align 3
.L295:
	xorl	%ebp, %ebp
	cmpq	$-4, %rax
	je	.L261
	negq	%rax
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$7, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L261
	.p2align 4,,10
	.p2align 3
.L291:
	leaq	16(%rsp), %r12
	jmp	.L263
	.p2align 4,,10
	.p2align 3
.L272:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L273
	.p2align 4,,10
	.p2align 3
.L267:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r12, %rsi
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L268
	.size	look, .-look
	.p2align 4
	.globl	top_half_run
	.type	top_half_run, @function
top_half_run:
	endbr64
	pushq	%r15
	leaq	200(%rdi), %rax
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$312, %rsp
	movq	%rax, 8(%rsp)
	leaq	256(%rdi), %rax
	leaq	80(%rsp), %rbp
	movq	%rax, 72(%rsp)
	.p2align 4,,10
	.p2align 3
.L297:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	je	.L387
	movq	328(%rbx), %rax
	movq	64(%rbx), %rdx
	andq	%rax, %rdx
	addq	$1, %rax
	leaq	(%rdx,%rdx,2), %rcx
	movq	24(%rbx), %rdx
	leaq	(%rdx,%rcx,8), %rdx
	movl	8(%rdx), %esi
	movl	12(%rdx), %edi
	movl	16(%rdx), %ecx
	movq	(%rdx), %rdx
	movq	%rsi, %r14
	leaq	(%rsi,%rsi,4), %rsi
	movq	%rdx, 80(%rsp)
	movq	(%rbx), %rdx
	leaq	(%rsi,%rsi,4), %rsi
	leaq	(%rdx,%rsi,8), %r15
	movq	%rax, 328(%rbx)
	movl	20(%r15), %eax
	movl	28(%r15), %edx
	subl	$1, %eax
	movl	%eax, 20(%r15)
	testl	%edx, %edx
	jne	.L388
	testl	%eax, %eax
	jne	.L306
	movl	24(%r15), %eax
	testl	%eax, %eax
	jne	.L306
	movl	16(%r15), %r13d
.L307:
	movl	8(%r15), %r12d
	movl	32(%r15), %ecx
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L297
	movq	%rcx, %r15
	jmp	.L309
	.p2align 4,,10
	.p2align 3
.L389:
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L297
.L309:
	movq	%rbp, %r8
	movq	%r15, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L389
	cmpl	$2, %eax
	jne	.L297
	.p2align 4,,10
	.p2align 3
.L310:
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movl	256(%rbx), %eax
	testl	%eax, %eax
	jne	.L390
.L347:
	movl	356(%rbx), %eax
	addq	$312, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L306:
	movl	12(%r15), %r13d
	jmp	.L307
	.p2align 4,,10
	.p2align 3
.L388:
	addl	4(%r15), %ecx
	leaq	0(,%rcx,8), %rsi
	leal	1(%rcx), %r12d
	subq	%rcx, %rsi
	movq	%rsi, %rcx
	salq	$4, %rcx
	addq	8(%rbx), %rcx
	movl	100(%rcx), %r13d
	addl	%r12d, %r13d
	cmpl	%r13d, %r12d
	jnb	.L299
	movq	%r15, 16(%rsp)
	movl	%r12d, %r15d
	movq	%rdi, %r12
	jmp	.L301
	.p2align 4,,10
	.p2align 3
.L392:
	addl	$1, %r15d
	cmpl	%r13d, %r15d
	jnb	.L391
.L301:
	movq	%rbp, %r8
	movq	%r12, %rcx
	movl	%r15d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L392
	movq	16(%rsp), %r15
	cmpl	$2, %eax
	je	.L310
.L302:
	movl	20(%r15), %eax
.L299:
	testl	%eax, %eax
	jne	.L297
	movl	8(%r15), %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	je	.L297
	jmp	.L310
	.p2align 4,,10
	.p2align 3
.L391:
	movq	16(%rsp), %r15
	jmp	.L302
.L387:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r12
	testl	%eax, %eax
	jne	.L310
	movq	%rbx, %rdi
	call	flush_held
	testl	%eax, %eax
	jne	.L310
	lock orq	$0, (%rsp)
	movq	72(%rsp), %rax
	movl	(%rax), %eax
	testl	%eax, %eax
	jne	.L393
.L313:
	movq	$0, 96(%rsp)
	cmpq	$0, 48(%rbx)
	je	.L327
	movabsq	$9223372036854775807, %r14
	jg	.L394
.L317:
	leaq	96(%rsp), %r11
	movq	%r11, %r13
	jmp	.L323
	.p2align 4,,10
	.p2align 3
.L396:
	cmpq	$0, 96(%rsp)
	jne	.L321
	movl	(%r12), %eax
	testl	%eax, %eax
	jne	.L321
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L321
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L395
.L323:
	xorl	%edx, %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L396
	jmp	.L310
.L395:
	movq	32(%rbx), %rdx
	leaq	80(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L324
	movl	$1, %edi
	call	*%rdx
.L325:
	imulq	$1000000000, 80(%rsp), %rax
	addq	88(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L323
.L327:
	movl	$1, 344(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L397
.L383:
	movl	$0, 344(%rbx)
.L321:
	movl	96(%rsp), %r13d
	xorl	%r8d, %r8d
	leaq	96(%rsp), %r11
	testl	%r13d, %r13d
	jle	.L297
	movq	%rbp, 64(%rsp)
	movq	%r8, %r15
	jmp	.L329
	.p2align 4,,10
	.p2align 3
.L399:
	movl	24(%r13), %ebp
	testl	%ebp, %ebp
	jne	.L384
	movq	56(%rbx), %rax
	movl	36(%r13), %edx
	movq	192(%rbx), %rcx
	addq	$1, %rax
	subq	336(%rbx), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jnb	.L334
	movl	24(%r13), %r10d
	movq	104(%rsp), %rax
	testl	%r10d, %r10d
	jne	.L384
	movl	$1, 24(%r13)
	movq	$0, 88(%r13)
	movq	%rax, 104(%r13)
	addl	$1, 352(%rbx)
.L385:
	movq	152(%r13), %rax
	movq	%rsi, 96(%r13)
	addq	$1, %rax
	movq	%rax, 152(%r13)
.L336:
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jle	.L398
.L329:
	movl	16(%r11,%r15,4), %r8d
	movq	(%rbx), %r13
	movq	$0, 80(%rsp)
	movq	80(%r11,%r15,8), %rsi
	leaq	(%r8,%r8,4), %rax
	movq	%r8, %r14
	leaq	(%rax,%rax,4), %rdx
	salq	$3, %rdx
	addq	%rdx, %r13
	movl	28(%r13), %r12d
	testl	%r12d, %r12d
	jne	.L399
	movl	8(%r13), %ebp
	movl	4(%r13), %r12d
	movl	32(%r13), %edi
	cmpl	%ebp, %r12d
	jnb	.L339
	movq	%r13, 16(%rsp)
	movq	%rdi, %r13
	movq	%r15, 32(%rsp)
	movq	64(%rsp), %r15
	movq	%rsi, 24(%rsp)
	movq	%rdx, 40(%rsp)
	movq	%r8, 48(%rsp)
	movq	%r11, 56(%rsp)
	jmp	.L341
	.p2align 4,,10
	.p2align 3
.L401:
	addl	$1, %r12d
	cmpl	%ebp, %r12d
	jnb	.L400
.L341:
	movq	%r15, %r8
	movq	%r13, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L401
	movq	16(%rsp), %r13
	movq	24(%rsp), %rsi
	movq	32(%rsp), %r15
	movq	40(%rsp), %rdx
	movq	48(%rsp), %r8
	movq	56(%rsp), %r11
	cmpl	$2, %eax
	je	.L310
	cmpl	$1, %eax
	je	.L402
.L339:
	movl	24(%r13), %r9d
	testl	%r9d, %r9d
	je	.L403
.L343:
	movq	80(%rsp), %rax
.L386:
	orq	88(%r13), %rax
	addq	96(%r13), %rsi
.L346:
	movq	%rax, 88(%r13)
	jmp	.L385
	.p2align 4,,10
	.p2align 3
.L334:
	movq	104(%rsp), %rcx
	movq	%rsi, %rdx
	movq	%rbx, %rdi
	movl	%r8d, %esi
	movq	%r11, 16(%rsp)
	call	serve_blocks
	movq	16(%rsp), %r11
	testl	%eax, %eax
	jne	.L310
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jg	.L329
.L398:
	movq	64(%rsp), %rbp
	jmp	.L297
	.p2align 4,,10
	.p2align 3
.L384:
	addq	96(%r13), %rsi
	jmp	.L385
	.p2align 4,,10
	.p2align 3
.L400:
	movq	16(%rsp), %r13
	movq	24(%rsp), %rsi
	movq	32(%rsp), %r15
	movq	40(%rsp), %rdx
	movl	24(%r13), %r9d
	movq	48(%rsp), %r8
	movq	56(%rsp), %r11
	testl	%r9d, %r9d
	jne	.L343
.L403:
	movq	56(%rbx), %rax
	movq	192(%rbx), %rdi
	movq	336(%rbx), %rcx
	subq	%rcx, %rax
	addq	%rdi, %rax
	cmpq	$-1, %rax
	jne	.L344
	movl	24(%r13), %edi
	movq	104(%rsp), %rdx
	movq	80(%rsp), %rax
	testl	%edi, %edi
	jne	.L386
	movl	$1, 24(%r13)
	movq	%rdx, 104(%r13)
	addl	$1, 352(%rbx)
	jmp	.L346
.L402:
	movq	104(%rsp), %rcx
	movq	%rsi, %rdx
	movq	%rbx, %rdi
	movl	%r14d, %esi
	movq	%r11, 16(%rsp)
	call	count_spurious
	movq	16(%rsp), %r11
	testl	%eax, %eax
	je	.L336
	jmp	.L310
	.p2align 4,,10
	.p2align 3
.L344:
	movq	56(%rbx), %rax
	movl	32(%r13), %edi
	addq	(%rbx), %rdx
	andq	%rcx, %rax
	salq	$32, %rdi
	addq	$1, %rcx
	leaq	(%rax,%rax,4), %r9
	movq	16(%rbx), %rax
	orq	%r8, %rdi
	movl	8(%r13), %r8d
	leaq	(%rax,%r9,8), %rax
	movq	80(%rsp), %r9
	movq	%rsi, 8(%rax)
	movq	104(%rsp), %rsi
	movq	%rdi, 24(%rax)
	subw	4(%rdx), %r8w
	movq	%rsi, 16(%rax)
	xorl	%esi, %esi
	movq	%r9, (%rax)
	movw	%r8w, 32(%rax)
	movw	%si, 34(%rax)
	addl	$1, 20(%rdx)
	movl	$0, 56(%rdx)
	movq	%rcx, 336(%rbx)
	movq	%rcx, 320(%rbx)
	jmp	.L336
.L393:
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$202, %eax
	movq	72(%rsp), %rdi
	movl	$0, (%rdi)
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L313
.L394:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L318
	movq	%rbp, %rsi
	movl	$1, %edi
	call	*%rdx
.L319:
	imulq	$1000000000, 80(%rsp), %r14
	addq	88(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L317
.L397:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L383
	leaq	96(%rsp), %r11
	movl	$1, %edx
	movq	%rbx, %rdi
	movq	%r11, %rsi
	call	look
	movl	$0, 344(%rbx)
	testl	%eax, %eax
	jne	.L310
	jmp	.L321
	.p2align 4,,10
	.p2align 3
.L318:
	leaq	80(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L319
.L324:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L325
.L390:
	xorl	%r10d, %r10d
	movl	$202, %eax
	movl	$129, %esi
	movl	$0, 256(%rbx)
	movl	$1, %edx
	movq	72(%rsp), %rdi
#APP
# 209 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L347
	.size	top_half_run, .-top_half_run
	.section	.note.GNU-stack,"",@progbits
	.section	.note.gnu.property,"a"
	.align 8
	.long	1f - 0f
	.long	4f - 1f
	.long	5
0:
	.string	"GNU"
1:
	.align 8
	.long	0xc0000002
	.long	3f - 2f
2:
	.long	0x1
3:
	.align 8
4:
