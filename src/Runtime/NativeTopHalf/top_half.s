	.file	"top_half.c"
	.text
	.p2align 4
	.type	put, @function
put:
	movq	56(%rdi), %rax
	movq	%rcx, %r11
	movq	336(%rdi), %rcx
	movl	%esi, %esi
	movl	%edx, %r10d
	andq	%rcx, %rax
	leaq	(%rax,%rax,4), %rdx
	movq	16(%rdi), %rax
	leaq	(%rax,%rdx,8), %rdx
	leaq	(%rsi,%rsi,2), %rax
	leaq	(%rsi,%rax,4), %rax
	movl	$4294967295, %esi
	salq	$4, %rax
	addq	(%rdi), %rax
	cmpq	%rsi, %r9
	cmovg	%rsi, %r9
	xorl	%esi, %esi
	subw	4(%rax), %r10w
	addq	$1, %rcx
	movw	%si, 6(%rdx)
	movl	68(%rax), %esi
	movl	%r9d, (%rdx)
	movl	%esi, 8(%rdx)
	movq	8(%rsp), %rsi
	movw	%r10w, 4(%rdx)
	movq	%rsi, 16(%rdx)
	movq	72(%rax), %rsi
	movl	%r11d, 12(%rdx)
	movq	%r8, 24(%rdx)
	movq	%rsi, 32(%rdx)
	addl	$1, 20(%rax)
	movl	$0, 56(%rax)
	movq	%rcx, 336(%rdi)
	ret
	.size	put, .-put
	.p2align 4
	.type	take, @function
take:
	movl	%edx, %eax
	pushq	%r12
	movq	%rdi, %r9
	xorl	%r10d, %r10d
	pushq	%rbp
	leaq	(%rax,%rax,2), %rdx
	movq	%rsi, %rbp
	pushq	%rbx
	leaq	(%rax,%rdx,4), %r8
	movq	%rax, %rbx
	movq	(%rdi), %rax
	salq	$4, %r8
	movl	$8, %edx
	movslq	(%rax,%r8), %rdi
	xorl	%eax, %eax
	leaq	-16(%rsp), %rsi
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L4
	cmpq	$-11, %rax
	je	.L12
	cmpq	$-4, %rax
	jne	.L5
.L12:
	popq	%rbx
	xorl	%eax, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L4:
	movq	-16(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L8
	movl	$1, 4(%rbp)
.L8:
	testl	%eax, %eax
	je	.L12
	movq	$1, -8(%rsp)
	addq	(%r9), %r8
	movl	64(%r8), %edx
	testl	%edx, %edx
	je	.L10
	leaq	-8(%rsp), %rsi
	xorl	%r9d, %r9d
	movl	$1, %r12d
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L11:
	movq	80(%r8), %rax
	movl	%r9d, %ecx
	xorl	%r10d, %r10d
	movslq	(%rax,%rcx,4), %rdi
	movq	%r12, %rax
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	addl	$1, %r9d
	cmpl	64(%r8), %r9d
	jb	.L11
	movq	-16(%rsp), %rax
.L10:
	movslq	0(%rbp), %rcx
	andl	$4294967295, %eax
	movq	%rcx, %rdx
	movl	%ebx, 16(%rbp,%rcx,4)
	addl	$1, %edx
	movl	%edx, 0(%rbp)
	movq	%rax, 80(%rbp,%rcx,8)
	jmp	.L12
	.p2align 4,,10
	.p2align 3
.L5:
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
	.type	wake, @function
wake:
	lock orq	$0, (%rsp)
	movq	%rdi, %rax
	leaq	256(%rdi), %rdi
	movl	256(%rax), %edx
	testl	%edx, %edx
	jne	.L27
.L21:
	ret
	.p2align 4,,10
	.p2align 3
.L27:
	movq	320(%rax), %rcx
	movq	192(%rax), %rdx
	cmpq	%rdx, %rcx
	movl	376(%rax), %edx
	jne	.L25
	cmpl	380(%rax), %edx
	je	.L21
.L25:
	movl	%edx, 380(%rax)
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$0, 256(%rax)
	movl	$202, %eax
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	ret
	.size	wake, .-wake
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
	je	.L45
	cmpl	$1, %eax
	je	.L46
	cmpl	$2, %eax
	je	.L47
	cmpl	$4, %esi
	je	.L48
	cmpl	$8, %esi
	je	.L49
	cmpl	$2, %esi
	je	.L50
	movb	%dl, (%rbx)
	xorl	%edx, %edx
.L28:
	addq	$16, %rsp
	movq	%rdx, %rax
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L48:
	movl	%edx, (%rbx)
	xorl	%edx, %edx
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L45:
	movq	8(%r9), %rdi
	xorl	%r10d, %r10d
	movl	$16, %eax
	movq	%rbx, %rdx
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	js	.L28
	xorl	%edx, %edx
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L50:
	movw	%dx, (%rbx)
	xorl	%edx, %edx
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L49:
	movq	%rdx, (%rbx)
	xorl	%edx, %edx
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L46:
	movq	%rdx, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$18, %r8d
	.p2align 4,,10
	.p2align 3
.L33:
	movl	20(%r9), %edx
	movq	8(%r9), %rdi
	movq	%r8, %rax
	movq	(%r9), %r10
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L33
	movl	20(%r9), %ecx
	xorl	%edx, %edx
	cmpq	%rcx, %rax
	je	.L28
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovns	%rax, %rdx
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L47:
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
	jmp	.L28
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
	je	.L66
	movq	%rdi, %rax
	movq	(%r8), %rdi
	cmpl	$2, %edx
	je	.L67
	cmpl	$4, %esi
	je	.L68
	cmpl	$8, %esi
	je	.L69
	cmpl	$2, %esi
	je	.L70
	movzbl	(%rdi), %eax
.L60:
	movq	%rax, (%rbx)
	xorl	%eax, %eax
.L51:
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L68:
	movl	(%rdi), %eax
	jmp	.L60
	.p2align 4,,10
	.p2align 3
.L69:
	movq	(%rdi), %rax
	jmp	.L60
	.p2align 4,,10
	.p2align 3
.L70:
	movzwl	(%rdi), %eax
	jmp	.L60
	.p2align 4,,10
	.p2align 3
.L66:
	movq	$0, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$17, %r9d
	.p2align 4,,10
	.p2align 3
.L53:
	movl	20(%r8), %edx
	movq	8(%r8), %rdi
	movq	%r9, %rax
	movq	(%r8), %r10
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L53
	movl	20(%r8), %edx
	cmpq	%rdx, %rax
	je	.L54
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%rdx, %rax
	jmp	.L51
	.p2align 4,,10
	.p2align 3
.L67:
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
.L54:
	movq	8(%rsp), %rax
	movq	%rax, (%rbx)
	xorl	%eax, %eax
	jmp	.L51
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
	jne	.L72
.L74:
	leaq	24(%rsp), %rsi
	movq	%rbp, %rdx
	call	read_register
	addq	$48, %rsp
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L72:
	imulq	88(%rsi), %rdx
	addq	$24, %rsi
	addq	56(%rsi), %rdx
	movq	%rdi, 8(%rsp)
	call	write_register
	movq	8(%rsp), %rdi
	testq	%rax, %rax
	je	.L74
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
	jne	.L91
	movl	$8, %ecx
	subl	20(%rbx), %ecx
	movq	$-1, %rax
	sall	$3, %ecx
	shrq	%cl, %rax
	cmpq	%rax, (%r14)
	je	.L82
.L86:
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
.L82:
	movq	%rsp, %rdx
	leaq	80(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L84
	movl	$4294967295, %eax
	cmpq	%rax, (%rsp)
	jne	.L85
.L84:
	movl	$0, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$3, 356(%r13)
.L81:
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
.L91:
	movl	%eax, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$2, 356(%r13)
	jmp	.L81
	.p2align 4,,10
	.p2align 3
.L85:
	leaq	8(%rsp), %rdx
	leaq	104(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L84
	movzwl	8(%rsp), %eax
	cmpq	$65535, %rax
	jne	.L86
	jmp	.L84
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
	je	.L118
	salq	%cl, %rax
	movq	%rax, %r10
	cmpl	$1, %r9d
	jbe	.L119
	movl	%r9d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L100
	cmpl	$3, %r9d
	jne	.L94
	andq	(%r8), %r10
	movq	%r10, %r15
.L94:
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
	jne	.L120
.L105:
	leaq	40(%rsp), %rsi
	movq	%r15, %rdx
	movq	%r12, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L106
.L103:
	xorl	%eax, %eax
.L92:
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
.L119:
	movq	%r13, %rcx
	movl	%r14d, %edx
	movq	%rax, 24(%rsp)
	movl	%r9d, 16(%rsp)
	movq	%r8, 8(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L97
	movq	8(%rsp), %r8
	movl	16(%rsp), %r9d
	movq	24(%rsp), %rax
	andq	(%r8), %rax
	testl	%r9d, %r9d
	jne	.L98
	testq	%rax, %rax
	setne	%al
.L99:
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
.L118:
	movl	%esi, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rax
	salq	$4, %rax
	addq	(%rdi), %rax
	movl	60(%rax), %edx
	testl	%edx, %edx
	je	.L94
	jmp	.L103
	.p2align 4,,10
	.p2align 3
.L100:
	leaq	32(%rsp), %rcx
	movq	%r13, %rdx
	movq	%rbx, %rsi
	movq	%r10, 16(%rsp)
	movl	%r9d, 8(%rsp)
	call	read_step
	movl	8(%rsp), %r9d
	movq	16(%rsp), %r10
	testq	%rax, %rax
	jne	.L121
	cmpl	$6, %r9d
	je	.L103
	movq	64(%rbx), %rdx
	movq	%r10, %rax
	andq	%r15, %rax
	orq	%r10, %rdx
	notq	%rdx
	andq	32(%rsp), %rdx
	orq	%rax, %rdx
	movq	%rdx, %r15
	jmp	.L94
	.p2align 4,,10
	.p2align 3
.L120:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%r12, %rdi
	imulq	%r13, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L105
.L106:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$1, 372(%r12)
	movl	$2, 356(%r12)
.L97:
	movl	$2, %eax
	jmp	.L92
	.p2align 4,,10
	.p2align 3
.L98:
	cmpq	%rax, %r15
	sete	%al
	jmp	.L99
	.p2align 4,,10
	.p2align 3
.L121:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$0, 372(%r12)
	movl	$2, 356(%r12)
	jmp	.L97
	.size	run_step, .-run_step
	.p2align 4
	.type	run_block, @function
run_block:
	pushq	%r15
	movl	%ecx, %r15d
	pushq	%r14
	movl	%esi, %r14d
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movl	%edx, %ebp
	movl	%esi, %edx
	pushq	%rbx
	leaq	(%rdx,%rdx,2), %rcx
	leaq	(%rdx,%rcx,4), %rdx
	salq	$4, %rdx
	subq	$88, %rsp
	movq	(%rdi), %rsi
	movq	%r9, 56(%rsp)
	addq	%rdx, %rsi
	cmpl	%r15d, %ebp
	jnb	.L140
	movq	%rdi, %r12
	leaq	56(%rsp), %rdi
	movq	%rsi, 16(%rsp)
	movq	%r8, %r13
	movq	%rdx, 24(%rsp)
	movq	%rdi, 8(%rsp)
	jmp	.L123
	.p2align 4,,10
	.p2align 3
.L158:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L154
	cmpl	$11, %eax
	je	.L155
.L134:
	movq	%r9, %rsi
	andq	48(%rbx), %rsi
	je	.L130
	cmpl	$12, 96(%rbx)
	je	.L156
.L137:
	movl	100(%rbx), %ecx
	leal	1(%rbp), %edx
	movq	%r13, %r8
	movl	%r14d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L135
.L130:
	addl	100(%rbx), %ebp
.L126:
	addl	$1, %ebp
	cmpl	%r15d, %ebp
	jnb	.L140
.L123:
	movl	%ebp, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r12), %rbx
	movl	96(%rbx), %eax
	cmpl	$5, %eax
	je	.L157
	cmpl	$8, %eax
	ja	.L158
	movq	8(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L126
.L135:
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
.L157:
	movq	16(%rsp), %rax
	movl	%ebp, %edx
	movq	%r13, %rcx
	movl	%r14d, %esi
	movq	%r12, %rdi
	movq	128(%rax), %r9
	pushq	136(%rax)
	movq	64(%rsp), %r8
	call	put
	addl	100(%rbx), %ebp
	popq	%rax
	addl	$1, %ebp
	cmpl	%r15d, %ebp
	jb	.L123
.L140:
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
.L156:
	movq	%rsi, %rax
	xorl	%ecx, %ecx
	.p2align 4,,10
	.p2align 3
.L138:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L138
	movq	24(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	168(%rax), %rcx
	movq	%rcx, 168(%rax)
	jmp	.L137
	.p2align 4,,10
	.p2align 3
.L155:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L135
	movq	72(%rsp), %r9
	jmp	.L134
	.p2align 4,,10
	.p2align 3
.L154:
	movq	48(%rbx), %r11
	xorl	%ecx, %ecx
	leal	1(%rbp), %edx
	rep bsfq	%r11, %rcx
	movslq	%ecx, %rdi
	andq	%r9, %r11
	je	.L130
	movq	%r9, 40(%rsp)
	movq	%r12, 32(%rsp)
	movq	%r13, %r12
	movl	%edx, %r13d
	movl	%ebp, 48(%rsp)
	movq	%rdi, %rbp
	movl	%r15d, 52(%rsp)
	movq	%rbx, %r15
	movq	%r11, %rbx
	.p2align 4,,10
	.p2align 3
.L132:
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
	jne	.L135
	leaq	-1(%rbx), %rax
	andq	%rax, %rbx
	jne	.L132
	movq	%r15, %rbx
	movq	%r12, %r13
	movl	48(%rsp), %ebp
	movl	52(%rsp), %r15d
	movq	32(%rsp), %r12
	jmp	.L130
	.size	run_block, .-run_block
	.p2align 4
	.type	find_handlers, @function
find_handlers:
	movl	%esi, %eax
	movq	%rdx, %r9
	pushq	%r12
	movq	%rdi, %r12
	leaq	(%rax,%rax,2), %rdx
	pushq	%rbp
	leaq	(%rax,%rdx,4), %rbp
	pushq	%rbx
	movq	336(%rdi), %rbx
	salq	$4, %rbp
	addq	(%rdi), %rbp
	movl	4(%rbp), %edx
	orq	%r9, 120(%rbp)
	movl	32(%rbp), %r8d
	movl	8(%rbp), %ecx
	leaq	0(,%rdx,8), %rax
	movq	%rdx, %rdi
	subq	%rdx, %rax
	xorl	%edx, %edx
	salq	$4, %rax
	addq	8(%r12), %rax
	cmpl	$1, 96(%rax)
	setbe	%dl
	addl	%edi, %edx
	movq	%r12, %rdi
	call	run_block
	movl	$2, %r8d
	testl	%eax, %eax
	jne	.L159
	movq	336(%r12), %rcx
	movl	%eax, %r8d
	cmpq	%rcx, %rbx
	je	.L161
	leaq	1(%rbx), %rax
	movq	16(%r12), %rdi
	movq	56(%r12), %rdx
	cmpq	%rcx, %rax
	je	.L168
	.p2align 4,,10
	.p2align 3
.L162:
	andq	%rdx, %rbx
	movl	$1, %r9d
	leaq	(%rbx,%rbx,4), %rsi
	movq	%rax, %rbx
	leaq	1(%rbx), %rax
	movw	%r9w, 6(%rdi,%rsi,8)
	cmpq	%rcx, %rax
	jne	.L162
.L168:
	movl	40(%rbp), %r11d
	andq	%rbx, %rdx
	leaq	(%rdx,%rdx,4), %rax
	xorl	%edx, %edx
	testl	%r11d, %r11d
	setne	%dl
	movw	%dx, 6(%rdi,%rax,8)
.L163:
	movq	%rcx, 320(%r12)
.L159:
	popq	%rbx
	movl	%r8d, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L161:
	movl	40(%rbp), %r10d
	testl	%r10d, %r10d
	jne	.L163
	movq	128(%rbp), %rax
	addq	192(%rbp), %rax
	subq	$1, %rax
	movq	%rax, 192(%rbp)
	movq	184(%rbp), %rax
	addq	$1, %rax
	movq	%rax, 184(%rbp)
	movq	336(%r12), %rcx
	jmp	.L163
	.size	find_handlers, .-find_handlers
	.p2align 4
	.type	mask_storm, @function
mask_storm:
	pushq	%r14
	movl	%esi, %eax
	pushq	%r13
	leaq	(%rax,%rax,2), %rdx
	pushq	%r12
	pushq	%rbp
	movq	%rax, %rbp
	leaq	(%rax,%rdx,4), %rax
	pushq	%rbx
	salq	$4, %rax
	subq	$16, %rsp
	addq	(%rdi), %rax
	movl	376(%rdi), %ecx
	movq	$0, 8(%rsp)
	movl	$1, 60(%rax)
	leal	1(%rcx), %edx
	movl	%edx, 376(%rdi)
	movl	52(%rax), %r12d
	movl	48(%rax), %r14d
	cmpl	%r12d, %r14d
	jnb	.L170
	movq	%rdi, %rbx
	leaq	8(%rsp), %r13
	jmp	.L172
	.p2align 4,,10
	.p2align 3
.L175:
	addl	$1, %r14d
	cmpl	%r12d, %r14d
	jnb	.L170
.L172:
	xorl	%ecx, %ecx
	movq	%r13, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L175
	addq	$16, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L170:
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
	leaq	(%rax,%rax,2), %r8
	leaq	(%rax,%r8,4), %rax
	salq	$4, %rax
	addq	(%rdi), %rax
	addq	152(%rax), %rdx
	subq	$1, %rdx
	movq	%rdx, 152(%rax)
	movq	144(%rax), %rdx
	addq	$1, %rdx
	movq	%rdx, 144(%rax)
	movl	56(%rax), %edx
	testl	%edx, %edx
	je	.L177
	movq	%rcx, %r8
	subq	88(%rax), %r8
	addl	$1, %edx
	cmpq	$1000000000, %r8
	jg	.L177
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	je	.L183
.L179:
	xorl	%eax, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L177:
	movl	$1, %edx
	movq	%rcx, 88(%rax)
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	jne	.L179
.L183:
	movq	200(%rax), %rcx
	movl	$0, 56(%rax)
	leaq	1(%rcx), %rdx
	movq	%rdx, 200(%rax)
	jmp	mask_storm
	.size	count_spurious, .-count_spurious
	.p2align 4
	.type	finish, @function
finish:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	movl	%edx, %r14d
	leaq	(%rax,%rax,2), %rdx
	pushq	%r13
	leaq	(%rax,%rdx,4), %r13
	pushq	%r12
	salq	$4, %r13
	pushq	%rbp
	pushq	%rbx
	subq	$24, %rsp
	addq	(%rdi), %r13
	movl	$0, 44(%r13)
	cmpl	16(%r13), %r14d
	jnb	.L197
	movq	%rdi, %r15
	movq	%rax, %rbp
	leaq	120(%r13), %r12
.L185:
	movl	%r14d, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r15), %rbx
	cmpl	$7, 96(%rbx)
	je	.L187
	movl	32(%r13), %ecx
	movq	%r12, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%r15, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L189
.L188:
	movl	$2, %eax
.L184:
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
.L189:
	addl	$1, %r14d
.L196:
	cmpl	16(%r13), %r14d
	jb	.L185
.L197:
	movq	$0, 120(%r13)
	xorl	%eax, %eax
	jmp	.L184
	.p2align 4,,10
	.p2align 3
.L187:
	movq	56(%r15), %rax
	movl	36(%r13), %edx
	movq	192(%r15), %rcx
	addq	$1, %rax
	subq	336(%r15), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L207
	movl	32(%r13), %ecx
	movl	4(%r13), %edx
	leaq	8(%rsp), %r8
	movl	%ebp, %esi
	movq	$0, 8(%rsp)
	movq	%r15, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L188
	cmpl	$1, %eax
	je	.L189
	movl	40(%r13), %edx
	movq	%rdx, %rax
	cmpq	56(%rbx), %rdx
	jnb	.L208
	addl	$1, %eax
	movq	$0, 120(%r13)
	movl	%ebp, %esi
	movq	%r15, %rdi
	movl	%eax, 40(%r13)
	movq	8(%rsp), %rdx
	call	find_handlers
	testl	%eax, %eax
	jne	.L188
	movl	20(%r13), %eax
	testl	%eax, %eax
	jne	.L193
	movl	8(%r13), %r14d
	jmp	.L196
.L207:
	movl	24(%r13), %edx
	movl	$1, 44(%r13)
	movq	136(%r13), %rax
	testl	%edx, %edx
	jne	.L193
	movl	$1, 24(%r13)
	movq	$0, 96(%r13)
	movq	$0, 104(%r13)
	movq	%rax, 112(%r13)
	addl	$1, 352(%r15)
.L193:
	xorl	%eax, %eax
	jmp	.L184
.L208:
	movq	176(%r13), %rax
	movl	%ebp, %esi
	movq	%r15, %rdi
	addq	$1, %rax
	movq	%rax, 176(%r13)
	movq	$0, 120(%r13)
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
	movq	%rax, %r14
	pushq	%r13
	movq	%rdx, %r13
	leaq	(%rax,%rax,2), %rdx
	pushq	%r12
	movq	%rcx, %r12
	pushq	%rbp
	movq	%rdi, %rbp
	pushq	%rbx
	leaq	(%rax,%rdx,4), %rbx
	salq	$4, %rbx
	subq	$24, %rsp
	addq	(%rdi), %rbx
	movq	$0, 8(%rsp)
	movl	4(%rbx), %edx
	leaq	0(,%rdx,8), %rax
	subq	%rdx, %rax
	salq	$4, %rax
	addq	8(%rdi), %rax
	cmpl	$1, 96(%rax)
	jbe	.L227
	xorl	%edx, %edx
.L210:
	movl	$0, 40(%rbx)
	movl	%r14d, %esi
	movq	%rbp, %rdi
	movq	%r13, 128(%rbx)
	movq	%r12, 136(%rbx)
	call	find_handlers
	testl	%eax, %eax
	jne	.L214
	movl	20(%rbx), %eax
	testl	%eax, %eax
	je	.L228
.L216:
	xorl	%eax, %eax
	jmp	.L209
	.p2align 4,,10
	.p2align 3
.L228:
	movl	8(%rbx), %edx
.L226:
	addq	$24, %rsp
	movl	%r14d, %esi
	movq	%rbp, %rdi
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	jmp	finish
	.p2align 4,,10
	.p2align 3
.L227:
	leaq	8(%rsp), %r15
	movl	32(%rbx), %ecx
	movl	%r14d, %esi
	movq	%r15, %r8
	call	run_step
	cmpl	$2, %eax
	je	.L214
	cmpl	$1, %eax
	je	.L213
	movq	8(%rsp), %rdx
	jmp	.L210
	.p2align 4,,10
	.p2align 3
.L214:
	movl	$2, %eax
.L209:
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
.L213:
	movq	%r12, %rcx
	movq	%r13, %rdx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	count_spurious
	testl	%eax, %eax
	jne	.L214
	movl	44(%rbx), %edi
	movl	16(%rbx), %ecx
	testl	%edi, %edi
	je	.L215
	movl	20(%rbx), %esi
	testl	%esi, %esi
	jne	.L216
	movl	8(%rbx), %edx
	cmpl	%ecx, %edx
	jnb	.L226
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
	jmp	.L218
	.p2align 4,,10
	.p2align 3
.L219:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L226
.L218:
	cmpl	$7, 96(%rax)
	jne	.L219
	jmp	.L226
	.p2align 4,,10
	.p2align 3
.L215:
	subl	$1, %ecx
	leaq	0(,%rcx,8), %rax
	movq	%rcx, %rdx
	subq	%rcx, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
	cmpl	$8, 96(%rax)
	jne	.L216
	movl	20(%rbx), %ecx
	testl	%ecx, %ecx
	jne	.L216
	movq	%r15, %r8
	xorl	%ecx, %ecx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	run_step
	jmp	.L209
	.size	serve_blocks, .-serve_blocks
	.p2align 4
	.type	flush_held, @function
flush_held:
	movl	352(%rdi), %esi
	testl	%esi, %esi
	je	.L267
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$8, %rsp
	.p2align 4,,10
	.p2align 3
.L230:
	movl	72(%rbx), %eax
	xorl	%ebp, %ebp
	testl	%eax, %eax
	jne	.L251
	jmp	.L243
	.p2align 4,,10
	.p2align 3
.L232:
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jnb	.L243
.L251:
	testl	%esi, %esi
	je	.L243
	movl	%ebp, %eax
	movq	(%rbx), %rcx
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rax
	salq	$4, %rax
	addq	%rax, %rcx
	movl	24(%rcx), %r8d
	testl	%r8d, %r8d
	je	.L232
	movq	56(%rbx), %rdx
	movl	36(%rcx), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rdx
	subq	336(%rbx), %rdx
	addq	%rdi, %rdx
	cmpq	%rsi, %rdx
	jb	.L266
	movl	28(%rcx), %edi
	testl	%edi, %edi
	je	.L234
	movl	356(%rbx), %esi
	testl	%esi, %esi
	jne	.L266
.L234:
	addq	(%rbx), %rax
	movl	28(%rax), %ecx
	movq	104(%rax), %rdx
	movl	$0, 24(%rax)
	subl	$1, 352(%rbx)
	testl	%ecx, %ecx
	je	.L268
	testq	%rdx, %rdx
	jne	.L237
	movl	20(%rax), %r11d
	testl	%r11d, %r11d
	jne	.L237
	movl	8(%rax), %edx
	movl	16(%rax), %ecx
	cmpl	%ecx, %edx
	jnb	.L238
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	jmp	.L239
	.p2align 4,,10
	.p2align 3
.L240:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L238
.L239:
	cmpl	$7, 96(%rax)
	jne	.L240
.L238:
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	jne	.L253
	.p2align 4,,10
	.p2align 3
.L266:
	movl	352(%rbx), %esi
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jb	.L251
.L243:
	xorl	%eax, %eax
	testl	%esi, %esi
	setne	%al
	movl	%eax, 348(%rbx)
	lock orq	$0, (%rsp)
	movl	72(%rbx), %r10d
	testl	%r10d, %r10d
	je	.L231
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	jmp	.L245
	.p2align 4,,10
	.p2align 3
.L248:
	addl	$1, %edx
	cmpl	72(%rbx), %edx
	jnb	.L249
.L245:
	movl	352(%rbx), %ecx
	testl	%ecx, %ecx
	je	.L249
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rcx
	leaq	(%rax,%rcx,4), %rax
	salq	$4, %rax
	addq	(%rbx), %rax
	movl	24(%rax), %r9d
	testl	%r9d, %r9d
	je	.L248
	movq	56(%rbx), %rcx
	movl	36(%rax), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rcx
	subq	336(%rbx), %rcx
	addq	%rdi, %rcx
	cmpq	%rsi, %rcx
	jb	.L248
	movl	28(%rax), %edi
	testl	%edi, %edi
	je	.L255
	movl	356(%rbx), %esi
	xorl	%eax, %eax
	testl	%esi, %esi
	sete	%al
	addl	$1, %edx
	orl	%eax, %r8d
	cmpl	72(%rbx), %edx
	jb	.L245
	.p2align 4,,10
	.p2align 3
.L249:
	testl	%r8d, %r8d
	je	.L231
	movl	352(%rbx), %esi
	jmp	.L230
	.p2align 4,,10
	.p2align 3
.L237:
	movq	112(%rax), %rcx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	serve_blocks
	testl	%eax, %eax
	je	.L266
.L253:
	addq	$8, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L268:
	movl	8(%rax), %esi
	movq	96(%rax), %r8
	movq	%rdx, %r9
	movq	%rbx, %rdi
	movl	32(%rax), %ecx
	pushq	112(%rax)
	movl	%esi, %edx
	movl	%ebp, %esi
	call	put
	movq	336(%rbx), %rax
	movq	%rax, 320(%rbx)
	movl	352(%rbx), %esi
	popq	%rax
	jmp	.L232
	.p2align 4,,10
	.p2align 3
.L255:
	movl	$1, %r8d
	jmp	.L248
.L231:
	addq	$8, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	ret
.L267:
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
	js	.L300
	movslq	%edx, %r10
	leaq	16(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r14
	testq	%rax, %rax
	js	.L301
	movq	32(%rbx), %rdx
	movq	%rsp, %rsi
	testq	%rdx, %rdx
	je	.L280
	movl	$1, %edi
	call	*%rdx
.L281:
	imulq	$1000000000, (%rsp), %rax
	addq	8(%rsp), %rax
	movq	%rax, 8(%r13)
	testq	%r14, %r14
	je	.L278
	leaq	20(%rsp), %rbp
	xorl	%r12d, %r12d
	jmp	.L283
	.p2align 4,,10
	.p2align 3
.L282:
	addq	$1, %r12
	addq	$12, %rbp
	cmpq	%r14, %r12
	je	.L278
.L283:
	movl	0(%rbp), %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	testl	%eax, %eax
	je	.L282
	movl	$2, %ebp
	jmp	.L269
	.p2align 4,,10
	.p2align 3
.L301:
	cmpq	$-4, %rax
	jne	.L302
.L278:
	xorl	%ebp, %ebp
.L269:
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
.L300:
	testl	%edx, %edx
	je	.L299
	movl	128(%rbx), %eax
	testl	%eax, %eax
	jne	.L299
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
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L303
.L271:
	xorl	%edx, %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	movq	32(%rbx), %rdx
	movl	%eax, %ebp
	testq	%rdx, %rdx
	je	.L275
	movq	%r12, %rsi
	movl	$1, %edi
	call	*%rdx
.L276:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%r13)
	jmp	.L269
	.p2align 4,,10
	.p2align 3
.L302:
	negq	%r14
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%r14d, 360(%rbx)
	movq	$232, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L269
	.p2align 4,,10
	.p2align 3
.L303:
	xorl	%ebp, %ebp
	cmpq	$-4, %rax
	je	.L269
	negq	%rax
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$7, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L269
	.p2align 4,,10
	.p2align 3
.L299:
	leaq	16(%rsp), %r12
	jmp	.L271
	.p2align 4,,10
	.p2align 3
.L280:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L281
	.p2align 4,,10
	.p2align 3
.L275:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r12, %rsi
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L276
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
	subq	$296, %rsp
	movq	%rax, 8(%rsp)
	leaq	80(%rsp), %rax
	leaq	64(%rsp), %rbp
	movq	%rax, 16(%rsp)
	.p2align 4,,10
	.p2align 3
.L305:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	je	.L388
	movq	328(%rbx), %rax
	movq	64(%rbx), %rdx
	andq	%rax, %rdx
	addq	$1, %rax
	leaq	(%rdx,%rdx,2), %rcx
	movq	24(%rbx), %rdx
	leaq	(%rdx,%rcx,8), %rdx
	movl	8(%rdx), %r12d
	movl	12(%rdx), %ecx
	movl	16(%rdx), %edi
	movq	(%rdx), %rdx
	movq	%rdx, 64(%rsp)
	movl	%r12d, %edx
	leaq	(%rdx,%rdx,2), %r8
	leaq	(%rdx,%r8,4), %r14
	salq	$4, %r14
	addq	(%rbx), %r14
	movq	%rax, 328(%rbx)
	movl	20(%r14), %eax
	movl	28(%r14), %r15d
	subl	$1, %eax
	movl	%eax, 20(%r14)
	testl	%r15d, %r15d
	jne	.L389
	testl	%eax, %eax
	jne	.L314
	movl	24(%r14), %r13d
	testl	%r13d, %r13d
	jne	.L314
	movl	16(%r14), %r15d
.L315:
	movl	8(%r14), %r13d
	movl	32(%r14), %edx
	addl	$1, %r13d
	cmpl	%r15d, %r13d
	jnb	.L305
	movq	%rdx, %r14
	jmp	.L317
	.p2align 4,,10
	.p2align 3
.L390:
	addl	$1, %r13d
	cmpl	%r15d, %r13d
	jnb	.L305
.L317:
	movq	%rbp, %r8
	movq	%r14, %rcx
	movl	%r13d, %edx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L390
	cmpl	$2, %eax
	jne	.L305
.L318:
	movq	%rbx, %rdi
	call	flush_held
	movq	%rbx, %rdi
	call	wake
	movl	356(%rbx), %eax
	addq	$296, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L314:
	movl	12(%r14), %r15d
	jmp	.L315
	.p2align 4,,10
	.p2align 3
.L389:
	addl	4(%r14), %edi
	leaq	0(,%rdi,8), %rdx
	leal	1(%rdi), %r13d
	subq	%rdi, %rdx
	salq	$4, %rdx
	addq	8(%rbx), %rdx
	movl	100(%rdx), %r15d
	addl	%r13d, %r15d
	cmpl	%r15d, %r13d
	jnb	.L307
	movq	%r14, 24(%rsp)
	movl	%r13d, %r14d
	movq	%rcx, %r13
	jmp	.L309
	.p2align 4,,10
	.p2align 3
.L392:
	addl	$1, %r14d
	cmpl	%r15d, %r14d
	jnb	.L391
.L309:
	movq	%rbp, %r8
	movq	%r13, %rcx
	movl	%r14d, %edx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L392
	movq	24(%rsp), %r14
	cmpl	$2, %eax
	je	.L318
.L310:
	movl	20(%r14), %eax
.L307:
	testl	%eax, %eax
	jne	.L305
	movl	8(%r14), %edx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	je	.L305
	jmp	.L318
	.p2align 4,,10
	.p2align 3
.L391:
	movq	24(%rsp), %r14
	jmp	.L310
.L388:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r13
	testl	%eax, %eax
	jne	.L318
	movq	%rbx, %rdi
	call	flush_held
	testl	%eax, %eax
	jne	.L318
	movq	%rbx, %rdi
	call	wake
	cmpq	$0, 48(%rbx)
	movq	$0, 80(%rsp)
	je	.L334
	movabsq	$9223372036854775807, %r14
	jle	.L330
	jmp	.L393
	.p2align 4,,10
	.p2align 3
.L395:
	cmpq	$0, 80(%rsp)
	jne	.L328
	movl	0(%r13), %eax
	testl	%eax, %eax
	jne	.L328
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L328
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L394
.L330:
	movq	16(%rsp), %rsi
	xorl	%edx, %edx
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L395
	jmp	.L318
.L394:
	movq	32(%rbx), %rdx
	leaq	64(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L331
	movl	$1, %edi
	call	*%rdx
.L332:
	imulq	$1000000000, 64(%rsp), %rax
	addq	72(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L330
.L334:
	movl	$1, 344(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L396
.L384:
	movl	$0, 344(%rbx)
.L328:
	movl	80(%rsp), %r12d
	xorl	%r14d, %r14d
	testl	%r12d, %r12d
	jle	.L305
	movq	%rbp, 56(%rsp)
	movq	16(%rsp), %r10
	jmp	.L336
	.p2align 4,,10
	.p2align 3
.L398:
	movl	24(%r12), %r9d
	testl	%r9d, %r9d
	jne	.L385
	movq	56(%rbx), %rax
	movl	36(%r12), %ecx
	movq	192(%rbx), %rdi
	addq	$1, %rax
	subq	336(%rbx), %rax
	addq	%rdi, %rax
	cmpq	%rcx, %rax
	jnb	.L341
	movl	24(%r12), %r8d
	movq	88(%rsp), %rax
	testl	%r8d, %r8d
	jne	.L385
	movl	$1, 24(%r12)
	movq	$0, 96(%r12)
	movq	%rax, 112(%r12)
	addl	$1, 352(%rbx)
.L386:
	movq	160(%r12), %rax
	movq	%rdx, 104(%r12)
	addq	$1, %rax
	movq	%rax, 160(%r12)
.L343:
	addq	$1, %r14
	cmpl	%r14d, 80(%rsp)
	jle	.L397
.L336:
	movq	$0, 64(%rsp)
	movl	16(%r10,%r14,4), %eax
	leaq	(%rax,%rax,2), %rdx
	movq	%rax, %r13
	leaq	(%rax,%rdx,4), %r12
	movq	80(%r10,%r14,8), %rdx
	salq	$4, %r12
	addq	(%rbx), %r12
	movl	28(%r12), %r11d
	testl	%r11d, %r11d
	jne	.L398
	movl	8(%r12), %ebp
	movl	4(%r12), %r15d
	movl	32(%r12), %edi
	cmpl	%ebp, %r15d
	jnb	.L346
	movq	%r12, 24(%rsp)
	movq	%rdi, %r12
	movq	%r14, 40(%rsp)
	movl	%r15d, %r14d
	movq	56(%rsp), %r15
	movq	%rdx, 32(%rsp)
	movq	%r10, 48(%rsp)
	jmp	.L348
	.p2align 4,,10
	.p2align 3
.L400:
	addl	$1, %r14d
	cmpl	%ebp, %r14d
	jnb	.L399
.L348:
	movq	%r15, %r8
	movq	%r12, %rcx
	movl	%r14d, %edx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L400
	movq	24(%rsp), %r12
	movq	32(%rsp), %rdx
	movq	40(%rsp), %r14
	movq	48(%rsp), %r10
	cmpl	$2, %eax
	je	.L318
	cmpl	$1, %eax
	je	.L401
.L346:
	movl	24(%r12), %edi
	testl	%edi, %edi
	je	.L402
.L350:
	movq	64(%rsp), %rax
.L387:
	orq	96(%r12), %rax
	addq	104(%r12), %rdx
.L353:
	movq	%rax, 96(%r12)
	jmp	.L386
	.p2align 4,,10
	.p2align 3
.L341:
	movq	88(%rsp), %rcx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	movq	%r10, 24(%rsp)
	call	serve_blocks
	movq	24(%rsp), %r10
	testl	%eax, %eax
	jne	.L318
	addq	$1, %r14
	cmpl	%r14d, 80(%rsp)
	jg	.L336
.L397:
	movq	56(%rsp), %rbp
	jmp	.L305
	.p2align 4,,10
	.p2align 3
.L385:
	addq	104(%r12), %rdx
	jmp	.L386
	.p2align 4,,10
	.p2align 3
.L399:
	movq	24(%rsp), %r12
	movq	32(%rsp), %rdx
	movq	40(%rsp), %r14
	movq	48(%rsp), %r10
	movl	24(%r12), %edi
	testl	%edi, %edi
	jne	.L350
.L402:
	movq	56(%rbx), %rax
	movq	192(%rbx), %rcx
	subq	336(%rbx), %rax
	addq	%rcx, %rax
	cmpq	$-1, %rax
	jne	.L351
	movl	24(%r12), %esi
	movq	88(%rsp), %rcx
	movq	64(%rsp), %rax
	testl	%esi, %esi
	jne	.L387
	movl	$1, 24(%r12)
	movq	%rcx, 112(%r12)
	addl	$1, 352(%rbx)
	jmp	.L353
.L401:
	movq	88(%rsp), %rcx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	movq	%r10, 24(%rsp)
	call	count_spurious
	movq	24(%rsp), %r10
	testl	%eax, %eax
	je	.L343
	jmp	.L318
	.p2align 4,,10
	.p2align 3
.L351:
	movq	%r10, 24(%rsp)
	subq	$8, %rsp
	movq	%rdx, %r9
	movl	%r13d, %esi
	movl	8(%r12), %eax
	movl	32(%r12), %ecx
	pushq	96(%rsp)
	movq	%rbx, %rdi
	movq	80(%rsp), %r8
	movl	%eax, %edx
	call	put
	movq	336(%rbx), %rax
	movq	%rax, 320(%rbx)
	popq	%rax
	popq	%rdx
	movq	24(%rsp), %r10
	jmp	.L343
.L393:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L325
	movq	%rbp, %rsi
	movl	$1, %edi
	call	*%rdx
.L326:
	imulq	$1000000000, 64(%rsp), %r14
	addq	72(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L330
.L396:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L384
	movq	16(%rsp), %rsi
	movl	$1, %edx
	movq	%rbx, %rdi
	call	look
	movl	$0, 344(%rbx)
	testl	%eax, %eax
	jne	.L318
	jmp	.L328
	.p2align 4,,10
	.p2align 3
.L325:
	leaq	64(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L326
.L331:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 212 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L332
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
