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
# 211 "top_half.c" 1
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
# 211 "top_half.c" 1
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
	.type	write_register, @function
write_register:
	pushq	%rbx
	movq	%rsi, %r9
	subq	$16, %rsp
	movl	16(%rsi), %eax
	movq	(%r9), %rbx
	movl	20(%rsi), %esi
	cmpl	$3, %eax
	je	.L38
	cmpl	$1, %eax
	je	.L39
	cmpl	$2, %eax
	je	.L40
	cmpl	$4, %esi
	je	.L41
	cmpl	$8, %esi
	je	.L42
	cmpl	$2, %esi
	je	.L43
	movb	%dl, (%rbx)
	xorl	%edx, %edx
.L21:
	addq	$16, %rsp
	movq	%rdx, %rax
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L41:
	movl	%edx, (%rbx)
	xorl	%edx, %edx
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L38:
	movq	8(%r9), %rdi
	xorl	%r10d, %r10d
	movl	$16, %eax
	movq	%rbx, %rdx
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	js	.L21
	xorl	%edx, %edx
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L43:
	movw	%dx, (%rbx)
	xorl	%edx, %edx
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L42:
	movq	%rdx, (%rbx)
	xorl	%edx, %edx
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L39:
	movq	%rdx, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$18, %r8d
	.p2align 4,,10
	.p2align 3
.L26:
	movl	20(%r9), %edx
	movq	8(%r9), %rdi
	movq	%r8, %rax
	movq	(%r9), %r10
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L26
	movl	20(%r9), %ecx
	xorl	%edx, %edx
	cmpq	%rcx, %rax
	je	.L21
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovns	%rax, %rdx
	jmp	.L21
	.p2align 4,,10
	.p2align 3
.L40:
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
	jmp	.L21
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
	je	.L59
	movq	%rdi, %rax
	movq	(%r8), %rdi
	cmpl	$2, %edx
	je	.L60
	cmpl	$4, %esi
	je	.L61
	cmpl	$8, %esi
	je	.L62
	cmpl	$2, %esi
	je	.L63
	movzbl	(%rdi), %eax
.L53:
	movq	%rax, (%rbx)
	xorl	%eax, %eax
.L44:
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L61:
	movl	(%rdi), %eax
	jmp	.L53
	.p2align 4,,10
	.p2align 3
.L62:
	movq	(%rdi), %rax
	jmp	.L53
	.p2align 4,,10
	.p2align 3
.L63:
	movzwl	(%rdi), %eax
	jmp	.L53
	.p2align 4,,10
	.p2align 3
.L59:
	movq	$0, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$17, %r9d
	.p2align 4,,10
	.p2align 3
.L46:
	movl	20(%r8), %edx
	movq	8(%r8), %rdi
	movq	%r9, %rax
	movq	(%r8), %r10
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L46
	movl	20(%r8), %edx
	cmpq	%rdx, %rax
	je	.L47
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%rdx, %rax
	jmp	.L44
	.p2align 4,,10
	.p2align 3
.L60:
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
.L47:
	movq	8(%rsp), %rax
	movq	%rax, (%rbx)
	xorl	%eax, %eax
	jmp	.L44
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
	jne	.L65
.L67:
	leaq	24(%rsp), %rsi
	movq	%rbp, %rdx
	call	read_register
	addq	$48, %rsp
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L65:
	imulq	88(%rsi), %rdx
	addq	$24, %rsi
	addq	56(%rsi), %rdx
	movq	%rdi, 8(%rsp)
	call	write_register
	movq	8(%rsp), %rdi
	testq	%rax, %rax
	je	.L67
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
	jne	.L84
	movl	$8, %ecx
	subl	20(%rbx), %ecx
	movq	$-1, %rax
	sall	$3, %ecx
	shrq	%cl, %rax
	cmpq	%rax, (%r14)
	je	.L75
.L79:
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
.L75:
	movq	%rsp, %rdx
	leaq	80(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L77
	movl	$4294967295, %eax
	cmpq	%rax, (%rsp)
	jne	.L78
.L77:
	movl	$0, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$3, 356(%r13)
.L74:
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
.L84:
	movl	%eax, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$2, 356(%r13)
	jmp	.L74
	.p2align 4,,10
	.p2align 3
.L78:
	leaq	8(%rsp), %rdx
	leaq	104(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L77
	movzwl	8(%rsp), %eax
	cmpq	$65535, %rax
	jne	.L79
	jmp	.L77
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
	je	.L111
	salq	%cl, %rax
	movq	%rax, %r10
	cmpl	$1, %r9d
	jbe	.L112
	movl	%r9d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L93
	cmpl	$3, %r9d
	jne	.L87
	andq	(%r8), %r10
	movq	%r10, %r15
.L87:
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
	jne	.L113
.L98:
	leaq	40(%rsp), %rsi
	movq	%r15, %rdx
	movq	%r12, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L99
.L96:
	xorl	%eax, %eax
.L85:
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
.L112:
	movq	%r13, %rcx
	movl	%r14d, %edx
	movq	%rax, 24(%rsp)
	movl	%r9d, 16(%rsp)
	movq	%r8, 8(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L90
	movq	8(%rsp), %r8
	movl	16(%rsp), %r9d
	movq	24(%rsp), %rax
	andq	(%r8), %rax
	testl	%r9d, %r9d
	jne	.L91
	testq	%rax, %rax
	setne	%al
.L92:
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
.L111:
	movl	%esi, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rax
	salq	$4, %rax
	addq	(%rdi), %rax
	movl	60(%rax), %edx
	testl	%edx, %edx
	je	.L87
	jmp	.L96
	.p2align 4,,10
	.p2align 3
.L93:
	leaq	32(%rsp), %rcx
	movq	%r13, %rdx
	movq	%rbx, %rsi
	movq	%r10, 16(%rsp)
	movl	%r9d, 8(%rsp)
	call	read_step
	movl	8(%rsp), %r9d
	movq	16(%rsp), %r10
	testq	%rax, %rax
	jne	.L114
	cmpl	$6, %r9d
	je	.L96
	movq	64(%rbx), %rdx
	movq	%r10, %rax
	andq	%r15, %rax
	orq	%r10, %rdx
	notq	%rdx
	andq	32(%rsp), %rdx
	orq	%rax, %rdx
	movq	%rdx, %r15
	jmp	.L87
	.p2align 4,,10
	.p2align 3
.L113:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%r12, %rdi
	imulq	%r13, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L98
.L99:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$1, 372(%r12)
	movl	$2, 356(%r12)
.L90:
	movl	$2, %eax
	jmp	.L85
	.p2align 4,,10
	.p2align 3
.L91:
	cmpq	%rax, %r15
	sete	%al
	jmp	.L92
	.p2align 4,,10
	.p2align 3
.L114:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$0, 372(%r12)
	movl	$2, 356(%r12)
	jmp	.L90
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
	jnb	.L133
	movq	%rdi, %r12
	leaq	56(%rsp), %rdi
	movq	%rsi, 16(%rsp)
	movq	%r8, %r13
	movq	%rdx, 24(%rsp)
	movq	%rdi, 8(%rsp)
	jmp	.L116
	.p2align 4,,10
	.p2align 3
.L151:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L147
	cmpl	$11, %eax
	je	.L148
.L127:
	movq	%r9, %rsi
	andq	48(%rbx), %rsi
	je	.L123
	cmpl	$12, 96(%rbx)
	je	.L149
.L130:
	movl	100(%rbx), %ecx
	leal	1(%rbp), %edx
	movq	%r13, %r8
	movl	%r14d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L128
.L123:
	addl	100(%rbx), %ebp
.L119:
	addl	$1, %ebp
	cmpl	%r15d, %ebp
	jnb	.L133
.L116:
	movl	%ebp, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r12), %rbx
	movl	96(%rbx), %eax
	cmpl	$5, %eax
	je	.L150
	cmpl	$8, %eax
	ja	.L151
	movq	8(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L119
.L128:
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
.L150:
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
	jb	.L116
.L133:
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
.L149:
	movq	%rsi, %rax
	xorl	%ecx, %ecx
	.p2align 4,,10
	.p2align 3
.L131:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L131
	movq	24(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	168(%rax), %rcx
	movq	%rcx, 168(%rax)
	jmp	.L130
	.p2align 4,,10
	.p2align 3
.L148:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L128
	movq	72(%rsp), %r9
	jmp	.L127
	.p2align 4,,10
	.p2align 3
.L147:
	movq	48(%rbx), %r11
	xorl	%ecx, %ecx
	leal	1(%rbp), %edx
	rep bsfq	%r11, %rcx
	movslq	%ecx, %rdi
	andq	%r9, %r11
	je	.L123
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
.L125:
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
	jne	.L128
	leaq	-1(%rbx), %rax
	andq	%rax, %rbx
	jne	.L125
	movq	%r15, %rbx
	movq	%r12, %r13
	movl	48(%rsp), %ebp
	movl	52(%rsp), %r15d
	movq	32(%rsp), %r12
	jmp	.L123
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
	jne	.L152
	movq	336(%r12), %rcx
	movl	%eax, %r8d
	cmpq	%rcx, %rbx
	je	.L154
	leaq	1(%rbx), %rax
	movq	16(%r12), %rdi
	movq	56(%r12), %rdx
	cmpq	%rcx, %rax
	je	.L161
	.p2align 4,,10
	.p2align 3
.L155:
	andq	%rdx, %rbx
	movl	$1, %r9d
	leaq	(%rbx,%rbx,4), %rsi
	movq	%rax, %rbx
	leaq	1(%rbx), %rax
	movw	%r9w, 6(%rdi,%rsi,8)
	cmpq	%rcx, %rax
	jne	.L155
.L161:
	movl	40(%rbp), %r11d
	andq	%rbx, %rdx
	leaq	(%rdx,%rdx,4), %rax
	xorl	%edx, %edx
	testl	%r11d, %r11d
	setne	%dl
	movw	%dx, 6(%rdi,%rax,8)
.L156:
	movq	%rcx, 320(%r12)
.L152:
	popq	%rbx
	movl	%r8d, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L154:
	movl	40(%rbp), %r10d
	testl	%r10d, %r10d
	jne	.L156
	movq	128(%rbp), %rax
	addq	192(%rbp), %rax
	subq	$1, %rax
	movq	%rax, 192(%rbp)
	movq	184(%rbp), %rax
	addq	$1, %rax
	movq	%rax, 184(%rbp)
	movq	336(%r12), %rcx
	jmp	.L156
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
	jnb	.L163
	movq	%rdi, %rbx
	leaq	8(%rsp), %r13
	jmp	.L165
	.p2align 4,,10
	.p2align 3
.L168:
	addl	$1, %r14d
	cmpl	%r12d, %r14d
	jnb	.L163
.L165:
	xorl	%ecx, %ecx
	movq	%r13, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L168
	addq	$16, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L163:
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
	je	.L170
	movq	%rcx, %r8
	subq	88(%rax), %r8
	addl	$1, %edx
	cmpq	$1000000000, %r8
	jg	.L170
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	je	.L176
.L172:
	xorl	%eax, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L170:
	movl	$1, %edx
	movq	%rcx, 88(%rax)
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	jne	.L172
.L176:
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
	jnb	.L190
	movq	%rdi, %r15
	movq	%rax, %rbp
	leaq	120(%r13), %r12
.L178:
	movl	%r14d, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r15), %rbx
	cmpl	$7, 96(%rbx)
	je	.L180
	movl	32(%r13), %ecx
	movq	%r12, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%r15, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L182
.L181:
	movl	$2, %eax
.L177:
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
.L182:
	addl	$1, %r14d
.L189:
	cmpl	16(%r13), %r14d
	jb	.L178
.L190:
	movq	$0, 120(%r13)
	xorl	%eax, %eax
	jmp	.L177
	.p2align 4,,10
	.p2align 3
.L180:
	movq	56(%r15), %rax
	movl	36(%r13), %edx
	movq	192(%r15), %rcx
	addq	$1, %rax
	subq	336(%r15), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L200
	movl	32(%r13), %ecx
	movl	4(%r13), %edx
	leaq	8(%rsp), %r8
	movl	%ebp, %esi
	movq	$0, 8(%rsp)
	movq	%r15, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L181
	cmpl	$1, %eax
	je	.L182
	movl	40(%r13), %edx
	movq	%rdx, %rax
	cmpq	56(%rbx), %rdx
	jnb	.L201
	addl	$1, %eax
	movq	$0, 120(%r13)
	movl	%ebp, %esi
	movq	%r15, %rdi
	movl	%eax, 40(%r13)
	movq	8(%rsp), %rdx
	call	find_handlers
	testl	%eax, %eax
	jne	.L181
	movl	20(%r13), %eax
	testl	%eax, %eax
	jne	.L186
	movl	8(%r13), %r14d
	jmp	.L189
.L200:
	movl	24(%r13), %edx
	movl	$1, 44(%r13)
	movq	136(%r13), %rax
	testl	%edx, %edx
	jne	.L186
	movl	$1, 24(%r13)
	movq	$0, 96(%r13)
	movq	$0, 104(%r13)
	movq	%rax, 112(%r13)
	addl	$1, 352(%r15)
.L186:
	xorl	%eax, %eax
	jmp	.L177
.L201:
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
	jbe	.L220
	xorl	%edx, %edx
.L203:
	movl	$0, 40(%rbx)
	movl	%r14d, %esi
	movq	%rbp, %rdi
	movq	%r13, 128(%rbx)
	movq	%r12, 136(%rbx)
	call	find_handlers
	testl	%eax, %eax
	jne	.L207
	movl	20(%rbx), %eax
	testl	%eax, %eax
	je	.L221
.L209:
	xorl	%eax, %eax
	jmp	.L202
	.p2align 4,,10
	.p2align 3
.L221:
	movl	8(%rbx), %edx
.L219:
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
.L220:
	leaq	8(%rsp), %r15
	movl	32(%rbx), %ecx
	movl	%r14d, %esi
	movq	%r15, %r8
	call	run_step
	cmpl	$2, %eax
	je	.L207
	cmpl	$1, %eax
	je	.L206
	movq	8(%rsp), %rdx
	jmp	.L203
	.p2align 4,,10
	.p2align 3
.L207:
	movl	$2, %eax
.L202:
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
.L206:
	movq	%r12, %rcx
	movq	%r13, %rdx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	count_spurious
	testl	%eax, %eax
	jne	.L207
	movl	44(%rbx), %edi
	movl	16(%rbx), %ecx
	testl	%edi, %edi
	je	.L208
	movl	20(%rbx), %esi
	testl	%esi, %esi
	jne	.L209
	movl	8(%rbx), %edx
	cmpl	%ecx, %edx
	jnb	.L219
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
	jmp	.L211
	.p2align 4,,10
	.p2align 3
.L212:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L219
.L211:
	cmpl	$7, 96(%rax)
	jne	.L212
	jmp	.L219
	.p2align 4,,10
	.p2align 3
.L208:
	subl	$1, %ecx
	leaq	0(,%rcx,8), %rax
	movq	%rcx, %rdx
	subq	%rcx, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
	cmpl	$8, 96(%rax)
	jne	.L209
	movl	20(%rbx), %ecx
	testl	%ecx, %ecx
	jne	.L209
	movq	%r15, %r8
	xorl	%ecx, %ecx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	run_step
	jmp	.L202
	.size	serve_blocks, .-serve_blocks
	.p2align 4
	.type	flush_held, @function
flush_held:
	movl	352(%rdi), %esi
	testl	%esi, %esi
	je	.L260
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$8, %rsp
	.p2align 4,,10
	.p2align 3
.L223:
	movl	72(%rbx), %eax
	xorl	%ebp, %ebp
	testl	%eax, %eax
	jne	.L244
	jmp	.L236
	.p2align 4,,10
	.p2align 3
.L225:
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jnb	.L236
.L244:
	testl	%esi, %esi
	je	.L236
	movl	%ebp, %eax
	movq	(%rbx), %rcx
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rax
	salq	$4, %rax
	addq	%rax, %rcx
	movl	24(%rcx), %r8d
	testl	%r8d, %r8d
	je	.L225
	movq	56(%rbx), %rdx
	movl	36(%rcx), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rdx
	subq	336(%rbx), %rdx
	addq	%rdi, %rdx
	cmpq	%rsi, %rdx
	jb	.L259
	movl	28(%rcx), %edi
	testl	%edi, %edi
	je	.L227
	movl	356(%rbx), %esi
	testl	%esi, %esi
	jne	.L259
.L227:
	addq	(%rbx), %rax
	movl	28(%rax), %ecx
	movq	104(%rax), %rdx
	movl	$0, 24(%rax)
	subl	$1, 352(%rbx)
	testl	%ecx, %ecx
	je	.L261
	testq	%rdx, %rdx
	jne	.L230
	movl	20(%rax), %r11d
	testl	%r11d, %r11d
	jne	.L230
	movl	8(%rax), %edx
	movl	16(%rax), %ecx
	cmpl	%ecx, %edx
	jnb	.L231
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	jmp	.L232
	.p2align 4,,10
	.p2align 3
.L233:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L231
.L232:
	cmpl	$7, 96(%rax)
	jne	.L233
.L231:
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	jne	.L246
	.p2align 4,,10
	.p2align 3
.L259:
	movl	352(%rbx), %esi
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jb	.L244
.L236:
	xorl	%eax, %eax
	testl	%esi, %esi
	setne	%al
	movl	%eax, 348(%rbx)
	lock orq	$0, (%rsp)
	movl	72(%rbx), %r10d
	testl	%r10d, %r10d
	je	.L224
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	jmp	.L238
	.p2align 4,,10
	.p2align 3
.L241:
	addl	$1, %edx
	cmpl	72(%rbx), %edx
	jnb	.L242
.L238:
	movl	352(%rbx), %ecx
	testl	%ecx, %ecx
	je	.L242
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rcx
	leaq	(%rax,%rcx,4), %rax
	salq	$4, %rax
	addq	(%rbx), %rax
	movl	24(%rax), %r9d
	testl	%r9d, %r9d
	je	.L241
	movq	56(%rbx), %rcx
	movl	36(%rax), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rcx
	subq	336(%rbx), %rcx
	addq	%rdi, %rcx
	cmpq	%rsi, %rcx
	jb	.L241
	movl	28(%rax), %edi
	testl	%edi, %edi
	je	.L248
	movl	356(%rbx), %esi
	xorl	%eax, %eax
	testl	%esi, %esi
	sete	%al
	addl	$1, %edx
	orl	%eax, %r8d
	cmpl	72(%rbx), %edx
	jb	.L238
	.p2align 4,,10
	.p2align 3
.L242:
	testl	%r8d, %r8d
	je	.L224
	movl	352(%rbx), %esi
	jmp	.L223
	.p2align 4,,10
	.p2align 3
.L230:
	movq	112(%rax), %rcx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	serve_blocks
	testl	%eax, %eax
	je	.L259
.L246:
	addq	$8, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L261:
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
	jmp	.L225
	.p2align 4,,10
	.p2align 3
.L248:
	movl	$1, %r8d
	jmp	.L241
.L224:
	addq	$8, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	ret
.L260:
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
	js	.L293
	movslq	%edx, %r10
	leaq	16(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r14
	testq	%rax, %rax
	js	.L294
	movq	32(%rbx), %rdx
	movq	%rsp, %rsi
	testq	%rdx, %rdx
	je	.L273
	movl	$1, %edi
	call	*%rdx
.L274:
	imulq	$1000000000, (%rsp), %rax
	addq	8(%rsp), %rax
	movq	%rax, 8(%r13)
	testq	%r14, %r14
	je	.L271
	leaq	20(%rsp), %rbp
	xorl	%r12d, %r12d
	jmp	.L276
	.p2align 4,,10
	.p2align 3
.L275:
	addq	$1, %r12
	addq	$12, %rbp
	cmpq	%r14, %r12
	je	.L271
.L276:
	movl	0(%rbp), %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	testl	%eax, %eax
	je	.L275
	movl	$2, %ebp
	jmp	.L262
	.p2align 4,,10
	.p2align 3
.L294:
	cmpq	$-4, %rax
	jne	.L295
.L271:
	xorl	%ebp, %ebp
.L262:
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
.L293:
	testl	%edx, %edx
	je	.L292
	movl	128(%rbx), %eax
	testl	%eax, %eax
	jne	.L292
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
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L296
.L264:
	xorl	%edx, %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	take
	movq	32(%rbx), %rdx
	movl	%eax, %ebp
	testq	%rdx, %rdx
	je	.L268
	movq	%r12, %rsi
	movl	$1, %edi
	call	*%rdx
.L269:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%r13)
	jmp	.L262
	.p2align 4,,10
	.p2align 3
.L295:
	negq	%r14
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%r14d, 360(%rbx)
	movq	$232, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L262
	.p2align 4,,10
	.p2align 3
.L296:
	xorl	%ebp, %ebp
	cmpq	$-4, %rax
	je	.L262
	negq	%rax
	movl	$2, %ebp
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$7, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L262
	.p2align 4,,10
	.p2align 3
.L292:
	leaq	16(%rsp), %r12
	jmp	.L264
	.p2align 4,,10
	.p2align 3
.L273:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L274
	.p2align 4,,10
	.p2align 3
.L268:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r12, %rsi
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L269
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
	leaq	256(%rdi), %rax
	leaq	64(%rsp), %rbp
	movq	%rax, 56(%rsp)
	.p2align 4,,10
	.p2align 3
.L298:
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
	movl	8(%rdx), %r14d
	movl	12(%rdx), %ecx
	movl	16(%rdx), %esi
	movq	(%rdx), %rdx
	movq	%rdx, 64(%rsp)
	movl	%r14d, %edx
	leaq	(%rdx,%rdx,2), %rdi
	leaq	(%rdx,%rdi,4), %r13
	salq	$4, %r13
	addq	(%rbx), %r13
	movq	%rax, 328(%rbx)
	movl	20(%r13), %eax
	movl	28(%r13), %edx
	subl	$1, %eax
	movl	%eax, 20(%r13)
	testl	%edx, %edx
	jne	.L389
	testl	%eax, %eax
	jne	.L307
	movl	24(%r13), %r15d
	testl	%r15d, %r15d
	jne	.L307
	movl	16(%r13), %r15d
.L308:
	movl	8(%r13), %r12d
	movl	32(%r13), %ecx
	addl	$1, %r12d
	cmpl	%r15d, %r12d
	jnb	.L298
	movq	%rcx, %r13
	jmp	.L310
	.p2align 4,,10
	.p2align 3
.L390:
	addl	$1, %r12d
	cmpl	%r15d, %r12d
	jnb	.L298
.L310:
	movq	%rbp, %r8
	movq	%r13, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L390
	cmpl	$2, %eax
	jne	.L298
	.p2align 4,,10
	.p2align 3
.L311:
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movl	256(%rbx), %eax
	testl	%eax, %eax
	jne	.L391
.L348:
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
.L307:
	movl	12(%r13), %r15d
	jmp	.L308
	.p2align 4,,10
	.p2align 3
.L389:
	addl	4(%r13), %esi
	leaq	0(,%rsi,8), %rdx
	leal	1(%rsi), %r12d
	subq	%rsi, %rdx
	salq	$4, %rdx
	addq	8(%rbx), %rdx
	movl	100(%rdx), %r15d
	addl	%r12d, %r15d
	cmpl	%r15d, %r12d
	jnb	.L300
	movq	%r13, 16(%rsp)
	movl	%r12d, %r13d
	movq	%rcx, %r12
	jmp	.L302
	.p2align 4,,10
	.p2align 3
.L393:
	addl	$1, %r13d
	cmpl	%r15d, %r13d
	jnb	.L392
.L302:
	movq	%rbp, %r8
	movq	%r12, %rcx
	movl	%r13d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L393
	movq	16(%rsp), %r13
	cmpl	$2, %eax
	je	.L311
.L303:
	movl	20(%r13), %eax
.L300:
	testl	%eax, %eax
	jne	.L298
	movl	8(%r13), %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	je	.L298
	jmp	.L311
	.p2align 4,,10
	.p2align 3
.L392:
	movq	16(%rsp), %r13
	jmp	.L303
.L388:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r13
	testl	%eax, %eax
	jne	.L311
	movq	%rbx, %rdi
	call	flush_held
	testl	%eax, %eax
	jne	.L311
	lock orq	$0, (%rsp)
	movq	56(%rsp), %rax
	movl	(%rax), %eax
	testl	%eax, %eax
	jne	.L394
.L314:
	movq	$0, 80(%rsp)
	cmpq	$0, 48(%rbx)
	je	.L328
	movabsq	$9223372036854775807, %r14
	jg	.L395
.L318:
	leaq	80(%rsp), %rax
	movq	%rax, %r15
	jmp	.L324
	.p2align 4,,10
	.p2align 3
.L397:
	cmpq	$0, 80(%rsp)
	jne	.L322
	movl	0(%r13), %eax
	testl	%eax, %eax
	jne	.L322
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L322
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L396
.L324:
	xorl	%edx, %edx
	movq	%r15, %rsi
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L397
	jmp	.L311
.L396:
	movq	32(%rbx), %rdx
	leaq	64(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L325
	movl	$1, %edi
	call	*%rdx
.L326:
	imulq	$1000000000, 64(%rsp), %rax
	addq	72(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L324
.L328:
	movl	$1, 344(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L398
.L384:
	movl	$0, 344(%rbx)
.L322:
	movl	80(%rsp), %r12d
	xorl	%r14d, %r14d
	leaq	80(%rsp), %rax
	testl	%r12d, %r12d
	jle	.L298
	movq	%rbp, 48(%rsp)
	movq	%rax, %r10
	jmp	.L330
	.p2align 4,,10
	.p2align 3
.L400:
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
	jnb	.L335
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
.L337:
	addq	$1, %r14
	cmpl	%r14d, 80(%rsp)
	jle	.L399
.L330:
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
	jne	.L400
	movl	8(%r12), %ebp
	movl	4(%r12), %r15d
	movl	32(%r12), %edi
	cmpl	%ebp, %r15d
	jnb	.L340
	movq	%r12, 16(%rsp)
	movq	%rdi, %r12
	movq	%r14, 32(%rsp)
	movl	%r15d, %r14d
	movq	48(%rsp), %r15
	movq	%rdx, 24(%rsp)
	movq	%r10, 40(%rsp)
	jmp	.L342
	.p2align 4,,10
	.p2align 3
.L402:
	addl	$1, %r14d
	cmpl	%ebp, %r14d
	jnb	.L401
.L342:
	movq	%r15, %r8
	movq	%r12, %rcx
	movl	%r14d, %edx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L402
	movq	16(%rsp), %r12
	movq	24(%rsp), %rdx
	movq	32(%rsp), %r14
	movq	40(%rsp), %r10
	cmpl	$2, %eax
	je	.L311
	cmpl	$1, %eax
	je	.L403
.L340:
	movl	24(%r12), %edi
	testl	%edi, %edi
	je	.L404
.L344:
	movq	64(%rsp), %rax
.L387:
	orq	96(%r12), %rax
	addq	104(%r12), %rdx
.L347:
	movq	%rax, 96(%r12)
	jmp	.L386
	.p2align 4,,10
	.p2align 3
.L335:
	movq	88(%rsp), %rcx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	movq	%r10, 16(%rsp)
	call	serve_blocks
	movq	16(%rsp), %r10
	testl	%eax, %eax
	jne	.L311
	addq	$1, %r14
	cmpl	%r14d, 80(%rsp)
	jg	.L330
.L399:
	movq	48(%rsp), %rbp
	jmp	.L298
	.p2align 4,,10
	.p2align 3
.L385:
	addq	104(%r12), %rdx
	jmp	.L386
	.p2align 4,,10
	.p2align 3
.L401:
	movq	16(%rsp), %r12
	movq	24(%rsp), %rdx
	movq	32(%rsp), %r14
	movq	40(%rsp), %r10
	movl	24(%r12), %edi
	testl	%edi, %edi
	jne	.L344
.L404:
	movq	56(%rbx), %rax
	movq	192(%rbx), %rcx
	subq	336(%rbx), %rax
	addq	%rcx, %rax
	cmpq	$-1, %rax
	jne	.L345
	movl	24(%r12), %esi
	movq	88(%rsp), %rcx
	movq	64(%rsp), %rax
	testl	%esi, %esi
	jne	.L387
	movl	$1, 24(%r12)
	movq	%rcx, 112(%r12)
	addl	$1, 352(%rbx)
	jmp	.L347
.L403:
	movq	88(%rsp), %rcx
	movl	%r13d, %esi
	movq	%rbx, %rdi
	movq	%r10, 16(%rsp)
	call	count_spurious
	movq	16(%rsp), %r10
	testl	%eax, %eax
	je	.L337
	jmp	.L311
	.p2align 4,,10
	.p2align 3
.L345:
	movq	%r10, 16(%rsp)
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
	movq	16(%rsp), %r10
	jmp	.L337
.L394:
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$202, %eax
	movq	56(%rsp), %rdi
	movl	$0, (%rdi)
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L314
.L395:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L319
	movq	%rbp, %rsi
	movl	$1, %edi
	call	*%rdx
.L320:
	imulq	$1000000000, 64(%rsp), %r14
	addq	72(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L318
.L398:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L384
	leaq	80(%rsp), %rax
	movl	$1, %edx
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	look
	movl	$0, 344(%rbx)
	testl	%eax, %eax
	jne	.L311
	jmp	.L322
	.p2align 4,,10
	.p2align 3
.L319:
	leaq	64(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L320
.L325:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L326
.L391:
	xorl	%r10d, %r10d
	movl	$202, %eax
	movl	$129, %esi
	movl	$0, 256(%rbx)
	movl	$1, %edx
	movq	56(%rsp), %rdi
#APP
# 211 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L348
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
