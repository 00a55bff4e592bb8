	.file	"top_half.c"
	.text
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
	je	.L19
	cmpl	$1, %eax
	je	.L20
	cmpl	$2, %eax
	je	.L21
	cmpl	$4, %esi
	je	.L22
	cmpl	$8, %esi
	je	.L23
	cmpl	$2, %esi
	je	.L24
	movb	%dl, (%rbx)
	xorl	%edx, %edx
.L1:
	addq	$16, %rsp
	movq	%rdx, %rax
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L22:
	movl	%edx, (%rbx)
	xorl	%edx, %edx
	jmp	.L1
	.p2align 4,,10
	.p2align 3
.L19:
	movq	8(%r9), %rdi
	xorl	%r10d, %r10d
	movl	$16, %eax
	movq	%rbx, %rdx
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	js	.L1
	xorl	%edx, %edx
	jmp	.L1
	.p2align 4,,10
	.p2align 3
.L24:
	movw	%dx, (%rbx)
	xorl	%edx, %edx
	jmp	.L1
	.p2align 4,,10
	.p2align 3
.L23:
	movq	%rdx, (%rbx)
	xorl	%edx, %edx
	jmp	.L1
	.p2align 4,,10
	.p2align 3
.L20:
	movq	%rdx, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$18, %r8d
	.p2align 4,,10
	.p2align 3
.L6:
	movl	20(%r9), %edx
	movq	8(%r9), %rdi
	movq	%r8, %rax
	movq	(%r9), %r10
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L6
	movl	20(%r9), %ecx
	xorl	%edx, %edx
	cmpq	%rcx, %rax
	je	.L1
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovns	%rax, %rdx
	jmp	.L1
	.p2align 4,,10
	.p2align 3
.L21:
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
	jmp	.L1
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
	je	.L40
	movq	%rdi, %rax
	movq	(%r8), %rdi
	cmpl	$2, %edx
	je	.L41
	cmpl	$4, %esi
	je	.L42
	cmpl	$8, %esi
	je	.L43
	cmpl	$2, %esi
	je	.L44
	movzbl	(%rdi), %eax
.L34:
	movq	%rax, (%rbx)
	xorl	%eax, %eax
.L25:
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L42:
	movl	(%rdi), %eax
	jmp	.L34
	.p2align 4,,10
	.p2align 3
.L43:
	movq	(%rdi), %rax
	jmp	.L34
	.p2align 4,,10
	.p2align 3
.L44:
	movzwl	(%rdi), %eax
	jmp	.L34
	.p2align 4,,10
	.p2align 3
.L40:
	movq	$0, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$17, %r9d
	.p2align 4,,10
	.p2align 3
.L27:
	movl	20(%r8), %edx
	movq	8(%r8), %rdi
	movq	%r9, %rax
	movq	(%r8), %r10
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L27
	movl	20(%r8), %edx
	cmpq	%rdx, %rax
	je	.L28
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%rdx, %rax
	jmp	.L25
	.p2align 4,,10
	.p2align 3
.L41:
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
.L28:
	movq	8(%rsp), %rax
	movq	%rax, (%rbx)
	xorl	%eax, %eax
	jmp	.L25
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
	jne	.L46
.L48:
	leaq	24(%rsp), %rsi
	movq	%rbp, %rdx
	call	read_register
	addq	$48, %rsp
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L46:
	imulq	88(%rsi), %rdx
	addq	$24, %rsi
	addq	56(%rsi), %rdx
	movq	%rdi, 8(%rsp)
	call	write_register
	movq	8(%rsp), %rdi
	testq	%rax, %rax
	je	.L48
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
	pushq	%r13
	leaq	(%rax,%rax,2), %rcx
	movq	%r8, %r13
	pushq	%r12
	leaq	(%rax,%rcx,4), %rcx
	movl	%esi, %r12d
	pushq	%rbp
	movq	%rax, %rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$16, %rsp
	movq	8(%rdi), %rax
	leaq	(%rax,%rcx,8), %r14
	movq	%r8, %rcx
	movq	%r14, %rsi
	call	read_step
	testq	%rax, %rax
	jne	.L65
	movl	$8, %ecx
	subl	20(%r14), %ecx
	movq	$-1, %rax
	sall	$3, %ecx
	shrq	%cl, %rax
	cmpq	%rax, 0(%r13)
	je	.L56
.L60:
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
.L56:
	movq	%rsp, %rdx
	leaq	80(%rbx), %rsi
	movq	%rbx, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L58
	movl	$4294967295, %eax
	cmpq	%rax, (%rsp)
	jne	.L59
.L58:
	movl	$0, 360(%rbx)
	movl	%r12d, 364(%rbx)
	movl	%ebp, 368(%rbx)
	movl	$0, 372(%rbx)
	movl	$3, 356(%rbx)
.L55:
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
.L65:
	movl	%eax, 360(%rbx)
	movl	%r12d, 364(%rbx)
	movl	%ebp, 368(%rbx)
	movl	$0, 372(%rbx)
	movl	$2, 356(%rbx)
	jmp	.L55
	.p2align 4,,10
	.p2align 3
.L59:
	leaq	8(%rsp), %rdx
	leaq	104(%rbx), %rsi
	movq	%rbx, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L58
	movzwl	8(%rsp), %eax
	cmpq	$65535, %rax
	jne	.L60
	jmp	.L58
	.size	read_status, .-read_status
	.p2align 4
	.type	run_step, @function
run_step:
	pushq	%r15
	movl	%edx, %eax
	pushq	%r14
	leaq	(%rax,%rax,2), %rdx
	movl	%esi, %r14d
	pushq	%r13
	leaq	(%rax,%rdx,4), %rdx
	movq	%rax, %r13
	pushq	%r12
	movq	%rcx, %r12
	pushq	%rbp
	movq	%rdi, %rbp
	pushq	%rbx
	subq	$56, %rsp
	movq	8(%rdi), %rax
	movq	$0, 16(%rsp)
	leaq	(%rax,%rdx,8), %rbx
	movl	96(%rbx), %r15d
	cmpl	$8, %r15d
	je	.L93
	cmpl	$1, %r15d
	jbe	.L94
	movl	%r15d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L74
	cmpl	$3, %r15d
	jne	.L68
	movq	(%r8), %r15
	andq	48(%rbx), %r15
.L79:
	movq	(%rbx), %rax
	movq	%r15, 16(%rsp)
	movq	%rax, 24(%rsp)
	movq	8(%rbx), %rax
	movq	%rax, 32(%rsp)
	movq	16(%rbx), %rax
	movq	%rax, 40(%rsp)
	movq	72(%rbx), %rax
	imulq	%r12, %rax
	addq	%rax, 24(%rsp)
	movl	44(%rbx), %eax
	testl	%eax, %eax
	jne	.L95
.L80:
	leaq	24(%rsp), %rsi
	movq	%r15, %rdx
	movq	%rbp, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L81
.L77:
	xorl	%eax, %eax
.L66:
	addq	$56, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L94:
	movl	%r13d, %edx
	movq	%r8, 8(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L71
	movq	8(%rsp), %r8
	movq	(%r8), %rax
	andq	48(%rbx), %rax
	testl	%r15d, %r15d
	jne	.L72
	testq	%rax, %rax
	setne	%al
.L73:
	addq	$56, %rsp
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
.L93:
	movl	%esi, %eax
	imulq	$184, %rax, %rax
	addq	(%rdi), %rax
	movl	60(%rax), %edx
	testl	%edx, %edx
	jne	.L77
.L68:
	movq	56(%rbx), %r15
	jmp	.L79
	.p2align 4,,10
	.p2align 3
.L74:
	leaq	16(%rsp), %rcx
	movq	%r12, %rdx
	movq	%rbx, %rsi
	call	read_step
	testq	%rax, %rax
	jne	.L96
	cmpl	$6, %r15d
	je	.L77
	movq	48(%rbx), %rax
	movq	64(%rbx), %r15
	orq	%rax, %r15
	andq	56(%rbx), %rax
	notq	%r15
	andq	16(%rsp), %r15
	orq	%rax, %r15
	jmp	.L79
	.p2align 4,,10
	.p2align 3
.L95:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%rbp, %rdi
	imulq	%r12, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L80
.L81:
	movl	%eax, 360(%rbp)
	movl	%r14d, 364(%rbp)
	movl	%r13d, 368(%rbp)
	movl	$1, 372(%rbp)
	movl	$2, 356(%rbp)
.L71:
	movl	$2, %eax
	jmp	.L66
	.p2align 4,,10
	.p2align 3
.L72:
	cmpq	%rax, 56(%rbx)
	sete	%al
	jmp	.L73
	.p2align 4,,10
	.p2align 3
.L96:
	movl	%eax, 360(%rbp)
	movl	%r14d, 364(%rbp)
	movl	%r13d, 368(%rbp)
	movl	$0, 372(%rbp)
	movl	$2, 356(%rbp)
	jmp	.L71
	.size	run_step, .-run_step
	.p2align 4
	.type	mask_storm, @function
mask_storm:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movq	%rax, %rbp
	imulq	$184, %rax, %rax
	pushq	%rbx
	subq	$24, %rsp
	addq	(%rdi), %rax
	movl	376(%rdi), %ecx
	movq	$0, 8(%rsp)
	movl	$1, 60(%rax)
	leal	1(%rcx), %edx
	movl	%edx, 376(%rdi)
	movl	52(%rax), %r12d
	movl	48(%rax), %r15d
	movl	32(%rax), %r13d
	cmpl	%r12d, %r15d
	jnb	.L98
	movq	%rdi, %rbx
	leaq	8(%rsp), %r14
	jmp	.L100
	.p2align 4,,10
	.p2align 3
.L103:
	addl	$1, %r15d
	cmpl	%r12d, %r15d
	jnb	.L98
.L100:
	movq	%r14, %r8
	movq	%r13, %rcx
	movl	%r15d, %edx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L103
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
.L98:
	addq	$24, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.size	mask_storm, .-mask_storm
	.p2align 4
	.type	count_spurious, @function
count_spurious:
	movl	%esi, %eax
	imulq	$184, %rax, %rax
	addq	(%rdi), %rax
	addq	128(%rax), %rdx
	subq	$1, %rdx
	movq	%rdx, 128(%rax)
	movq	120(%rax), %rdx
	addq	$1, %rdx
	movq	%rdx, 120(%rax)
	movl	56(%rax), %edx
	testl	%edx, %edx
	je	.L105
	movq	%rcx, %r8
	subq	64(%rax), %r8
	addl	$1, %edx
	cmpq	$1000000000, %r8
	jg	.L105
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	je	.L111
.L107:
	xorl	%eax, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L105:
	movl	$1, %edx
	movq	%rcx, 64(%rax)
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	jne	.L107
.L111:
	movq	176(%rax), %rcx
	movl	$0, 56(%rax)
	leaq	1(%rcx), %rdx
	movq	%rdx, 176(%rax)
	jmp	mask_storm
	.size	count_spurious, .-count_spurious
	.p2align 4
	.type	run_block, @function
run_block:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movl	%edx, %ebx
	movl	%esi, %edx
	imulq	$184, %rdx, %rax
	subq	$88, %rsp
	movq	(%rdi), %r11
	movq	%rax, 8(%rsp)
	addq	%rax, %r11
	leaq	56(%rsp), %rax
	movq	%r9, 56(%rsp)
	movq	%rax, (%rsp)
	cmpl	%ecx, %ebx
	jnb	.L130
	movq	%r11, 16(%rsp)
	movq	%rdi, %r12
	movl	%esi, %r15d
	movl	%ecx, %r14d
	movq	%r8, %r13
	jmp	.L113
	.p2align 4,,10
	.p2align 3
.L147:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L143
	cmpl	$11, %eax
	je	.L144
.L124:
	movq	%r9, %rsi
	andq	48(%rbp), %rsi
	je	.L120
	cmpl	$12, 96(%rbp)
	je	.L145
.L127:
	movl	100(%rbp), %ecx
	leal	1(%rbx), %edx
	movq	%r13, %r8
	movl	%r15d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L125
.L120:
	addl	100(%rbp), %ebx
.L116:
	addl	$1, %ebx
	cmpl	%r14d, %ebx
	jnb	.L130
.L113:
	movl	%ebx, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rdx
	movq	8(%r12), %rax
	leaq	(%rax,%rdx,8), %rbp
	movl	96(%rbp), %eax
	cmpl	$5, %eax
	je	.L146
	cmpl	$8, %eax
	ja	.L147
	movq	(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebx, %edx
	movl	%r15d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L116
.L125:
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
.L146:
	movq	16(%rsp), %rax
	movq	336(%r12), %rdx
	movq	104(%rax), %rsi
	movq	112(%rax), %rcx
	movq	56(%r12), %rax
	andq	%rdx, %rax
	addq	$1, %rdx
	leaq	(%rax,%rax,4), %r8
	movq	16(%r12), %rax
	leaq	(%rax,%r8,8), %rax
	movq	56(%rsp), %r8
	movq	%rcx, 16(%rax)
	movq	8(%rsp), %rcx
	addq	(%r12), %rcx
	movq	%rsi, 8(%rax)
	movl	%ebx, %esi
	addl	100(%rbp), %ebx
	subw	4(%rcx), %si
	movq	%r8, (%rax)
	movw	%si, 32(%rax)
	addl	$1, %ebx
	xorl	%esi, %esi
	movl	%r15d, 24(%rax)
	movl	%r13d, 28(%rax)
	movw	%si, 34(%rax)
	addl	$1, 20(%rcx)
	movl	$0, 56(%rcx)
	movq	%rdx, 336(%r12)
	cmpl	%r14d, %ebx
	jb	.L113
.L130:
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
.L145:
	movq	%rsi, %rax
	xorl	%ecx, %ecx
	.p2align 4,,10
	.p2align 3
.L128:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L128
	movq	8(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	144(%rax), %rcx
	movq	%rcx, 144(%rax)
	jmp	.L127
	.p2align 4,,10
	.p2align 3
.L144:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebx, %edx
	movl	%r15d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L125
	movq	72(%rsp), %r9
	jmp	.L124
	.p2align 4,,10
	.p2align 3
.L143:
	movq	48(%rbp), %r10
	xorl	%r11d, %r11d
	movl	$64, %edx
	rep bsfq	%r10, %r11
	bsrq	%r10, %rax
	movslq	%r11d, %r11
	xorl	$63, %eax
	addq	%r11, %rax
	subq	%rax, %rdx
	andq	%r9, %r10
	je	.L120
	imulq	%r13, %rdx
	movq	%r9, 32(%rsp)
	movl	%ebx, 40(%rsp)
	movl	%r14d, 44(%rsp)
	movq	%r10, %r14
	movq	%rdx, 24(%rsp)
	leal	1(%rbx), %edx
	movq	%r11, %rbx
	movq	%r13, 48(%rsp)
	movq	%rbp, %r13
	movl	%edx, %ebp
	.p2align 4,,10
	.p2align 3
.L122:
	movq	56(%r13), %rax
	movq	24(%rsp), %rdi
	xorl	%ecx, %ecx
	movl	%ebp, %edx
	movl	100(%r13), %esi
	rep bsfq	%r14, %rcx
	movq	32(%rsp), %r9
	subq	%rbx, %rax
	movslq	%ecx, %rcx
	addq	%rdi, %rax
	addl	%ebp, %esi
	movq	%r12, %rdi
	leaq	(%rax,%rcx), %r8
	movl	%esi, %ecx
	movl	%r15d, %esi
	call	run_block
	testl	%eax, %eax
	jne	.L125
	leaq	-1(%r14), %rax
	andq	%rax, %r14
	jne	.L122
	movq	%r13, %rbp
	movl	40(%rsp), %ebx
	movl	44(%rsp), %r14d
	movq	48(%rsp), %r13
	jmp	.L120
	.size	run_block, .-run_block
	.p2align 4
	.type	find_handlers, @function
find_handlers:
	pushq	%r12
	movq	%rdx, %r9
	movq	%rdi, %r12
	pushq	%rbp
	movl	%esi, %ebp
	pushq	%rbx
	imulq	$184, %rbp, %rbp
	addq	(%rdi), %rbp
	movl	4(%rbp), %eax
	movq	336(%rdi), %rbx
	orq	%rdx, 96(%rbp)
	movl	32(%rbp), %r8d
	leaq	(%rax,%rax,2), %rdx
	movq	%rax, %rdi
	movl	8(%rbp), %ecx
	leaq	(%rax,%rdx,4), %rax
	movq	8(%r12), %rdx
	leaq	(%rdx,%rax,8), %rax
	xorl	%edx, %edx
	cmpl	$1, 96(%rax)
	setbe	%dl
	addl	%edi, %edx
	movq	%r12, %rdi
	call	run_block
	movl	$2, %r8d
	testl	%eax, %eax
	jne	.L148
	movq	336(%r12), %rcx
	movl	%eax, %r8d
	cmpq	%rcx, %rbx
	je	.L150
	leaq	1(%rbx), %rax
	movq	16(%r12), %rdi
	movq	56(%r12), %rdx
	cmpq	%rcx, %rax
	je	.L157
	.p2align 4,,10
	.p2align 3
.L151:
	andq	%rdx, %rbx
	movl	$1, %r9d
	leaq	(%rbx,%rbx,4), %rsi
	movq	%rax, %rbx
	leaq	1(%rbx), %rax
	movw	%r9w, 34(%rdi,%rsi,8)
	cmpq	%rcx, %rax
	jne	.L151
.L157:
	movl	40(%rbp), %r11d
	andq	%rbx, %rdx
	leaq	(%rdx,%rdx,4), %rax
	xorl	%edx, %edx
	testl	%r11d, %r11d
	setne	%dl
	movw	%dx, 34(%rdi,%rax,8)
.L152:
	movq	%rcx, 320(%r12)
.L148:
	popq	%rbx
	movl	%r8d, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L150:
	movl	40(%rbp), %r10d
	testl	%r10d, %r10d
	jne	.L152
	movq	104(%rbp), %rax
	addq	168(%rbp), %rax
	subq	$1, %rax
	movq	%rax, 168(%rbp)
	movq	160(%rbp), %rax
	addq	$1, %rax
	movq	%rax, 160(%rbp)
	movq	336(%r12), %rcx
	jmp	.L152
	.size	find_handlers, .-find_handlers
	.p2align 4
	.type	finish, @function
finish:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movl	%esi, %ebx
	movq	%rbx, %r13
	imulq	$184, %rbx, %rbx
	subq	$24, %rsp
	addq	(%rdi), %rbx
	movl	$0, 44(%rbx)
	cmpl	16(%rbx), %edx
	jnb	.L171
	movq	%rdi, %r12
	movl	%edx, %ebp
	leaq	96(%rbx), %r14
.L159:
	movl	%ebp, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rdx
	movq	8(%r12), %rax
	leaq	(%rax,%rdx,8), %r15
	cmpl	$7, 96(%r15)
	je	.L161
	movl	32(%rbx), %ecx
	movq	%r14, %r8
	movl	%ebp, %edx
	movl	%r13d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L163
.L162:
	movl	$2, %eax
.L158:
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
.L163:
	addl	$1, %ebp
.L170:
	cmpl	16(%rbx), %ebp
	jb	.L159
.L171:
	movq	$0, 96(%rbx)
	xorl	%eax, %eax
	jmp	.L158
	.p2align 4,,10
	.p2align 3
.L161:
	movq	56(%r12), %rax
	movl	36(%rbx), %edx
	movq	192(%r12), %rcx
	addq	$1, %rax
	subq	336(%r12), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L181
	movl	32(%rbx), %ecx
	movl	4(%rbx), %edx
	leaq	8(%rsp), %r8
	movl	%r13d, %esi
	movq	$0, 8(%rsp)
	movq	%r12, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L162
	cmpl	$1, %eax
	je	.L163
	movl	40(%rbx), %edx
	movq	%rdx, %rax
	cmpq	56(%r15), %rdx
	jnb	.L182
	addl	$1, %eax
	movq	8(%rsp), %rdx
	movl	%r13d, %esi
	movq	%r12, %rdi
	movl	%eax, 40(%rbx)
	movq	$0, 96(%rbx)
	call	find_handlers
	testl	%eax, %eax
	jne	.L162
	movl	20(%rbx), %eax
	testl	%eax, %eax
	jne	.L167
	movl	8(%rbx), %ebp
	jmp	.L170
.L181:
	movl	24(%rbx), %edx
	movq	112(%rbx), %rax
	movl	$1, 44(%rbx)
	testl	%edx, %edx
	jne	.L167
	movl	$1, 24(%rbx)
	movq	$0, 72(%rbx)
	movq	$0, 80(%rbx)
	movq	%rax, 88(%rbx)
	addl	$1, 352(%r12)
.L167:
	xorl	%eax, %eax
	jmp	.L158
.L182:
	movq	152(%rbx), %rax
	movl	%r13d, %esi
	movq	%r12, %rdi
	addq	$1, %rax
	movq	%rax, 152(%rbx)
	movq	$0, 96(%rbx)
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
	pushq	%r14
	pushq	%r13
	movq	%rdx, %r13
	pushq	%r12
	movq	%rcx, %r12
	pushq	%rbp
	movq	%rdi, %rbp
	pushq	%rbx
	movl	%esi, %ebx
	movq	%rbx, %r14
	imulq	$184, %rbx, %rbx
	subq	$24, %rsp
	addq	(%rdi), %rbx
	movq	8(%rdi), %r9
	movq	$0, 8(%rsp)
	movl	4(%rbx), %eax
	leaq	(%rax,%rax,2), %rcx
	movq	%rax, %rdx
	leaq	(%rax,%rcx,4), %rax
	xorl	%ecx, %ecx
	leaq	(%r9,%rax,8), %rax
	cmpl	$1, 96(%rax)
	jbe	.L201
.L184:
	movl	$0, 40(%rbx)
	movq	%rcx, %rdx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	movq	%r13, 104(%rbx)
	movq	%r12, 112(%rbx)
	call	find_handlers
	testl	%eax, %eax
	jne	.L188
	movl	20(%rbx), %eax
	testl	%eax, %eax
	je	.L202
.L190:
	xorl	%eax, %eax
	jmp	.L183
	.p2align 4,,10
	.p2align 3
.L202:
	movl	8(%rbx), %edx
.L200:
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
.L201:
	leaq	8(%rsp), %r15
	movl	32(%rbx), %ecx
	movl	%r14d, %esi
	movq	%r15, %r8
	call	run_step
	cmpl	$2, %eax
	je	.L188
	cmpl	$1, %eax
	je	.L187
	movq	8(%rsp), %rcx
	jmp	.L184
	.p2align 4,,10
	.p2align 3
.L188:
	movl	$2, %eax
.L183:
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
.L187:
	movq	%r12, %rcx
	movq	%r13, %rdx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	count_spurious
	testl	%eax, %eax
	jne	.L188
	movl	44(%rbx), %r8d
	movl	16(%rbx), %ecx
	testl	%r8d, %r8d
	je	.L189
	movl	20(%rbx), %edi
	testl	%edi, %edi
	jne	.L190
	movl	8(%rbx), %edx
	cmpl	%ecx, %edx
	jnb	.L200
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rsi
	leaq	(%rax,%rsi,4), %rsi
	movq	8(%rbp), %rax
	leaq	(%rax,%rsi,8), %rax
	jmp	.L192
	.p2align 4,,10
	.p2align 3
.L193:
	addl	$1, %edx
	addq	$104, %rax
	cmpl	%ecx, %edx
	je	.L200
.L192:
	cmpl	$7, 96(%rax)
	jne	.L193
	jmp	.L200
	.p2align 4,,10
	.p2align 3
.L189:
	leal	-1(%rcx), %eax
	movq	8(%rbp), %rsi
	leaq	(%rax,%rax,2), %rcx
	movq	%rax, %rdx
	leaq	(%rax,%rcx,4), %rax
	leaq	(%rsi,%rax,8), %rax
	cmpl	$8, 96(%rax)
	jne	.L190
	movl	20(%rbx), %ecx
	testl	%ecx, %ecx
	jne	.L190
	movq	%r15, %r8
	xorl	%ecx, %ecx
	movl	%r14d, %esi
	movq	%rbp, %rdi
	call	run_step
	jmp	.L183
	.size	serve_blocks, .-serve_blocks
	.p2align 4
	.type	flush_held, @function
flush_held:
	movl	352(%rdi), %edx
	testl	%edx, %edx
	je	.L241
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$8, %rsp
	.p2align 4,,10
	.p2align 3
.L204:
	movl	72(%rbx), %eax
	xorl	%ebp, %ebp
	testl	%eax, %eax
	jne	.L225
	jmp	.L217
	.p2align 4,,10
	.p2align 3
.L206:
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jnb	.L217
.L225:
	testl	%edx, %edx
	je	.L217
	movl	%ebp, %esi
	movq	(%rbx), %rcx
	imulq	$184, %rsi, %rax
	addq	%rax, %rcx
	movl	24(%rcx), %r10d
	testl	%r10d, %r10d
	je	.L206
	movq	56(%rbx), %rdx
	movl	36(%rcx), %edi
	movq	192(%rbx), %r9
	addq	$1, %rdx
	movq	336(%rbx), %r8
	subq	%r8, %rdx
	addq	%r9, %rdx
	cmpq	%rdi, %rdx
	jb	.L240
	movl	28(%rcx), %r9d
	testl	%r9d, %r9d
	je	.L208
	movl	356(%rbx), %edi
	testl	%edi, %edi
	jne	.L240
.L208:
	addq	(%rbx), %rax
	movl	28(%rax), %ecx
	movq	80(%rax), %rdx
	movl	$0, 24(%rax)
	subl	$1, 352(%rbx)
	testl	%ecx, %ecx
	je	.L242
	testq	%rdx, %rdx
	jne	.L211
	movl	20(%rax), %r11d
	testl	%r11d, %r11d
	jne	.L211
	movl	8(%rax), %edx
	movl	16(%rax), %ecx
	cmpl	%ecx, %edx
	jnb	.L212
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rsi
	leaq	(%rax,%rsi,4), %rsi
	movq	8(%rbx), %rax
	leaq	(%rax,%rsi,8), %rax
	jmp	.L213
	.p2align 4,,10
	.p2align 3
.L214:
	addl	$1, %edx
	addq	$104, %rax
	cmpl	%edx, %ecx
	je	.L212
.L213:
	cmpl	$7, 96(%rax)
	jne	.L214
.L212:
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	jne	.L227
	.p2align 4,,10
	.p2align 3
.L240:
	movl	352(%rbx), %edx
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jb	.L225
.L217:
	xorl	%eax, %eax
	testl	%edx, %edx
	setne	%al
	movl	%eax, 348(%rbx)
	lock orq	$0, (%rsp)
	movl	72(%rbx), %r10d
	testl	%r10d, %r10d
	je	.L205
	xorl	%edx, %edx
	xorl	%r8d, %r8d
	jmp	.L219
	.p2align 4,,10
	.p2align 3
.L222:
	addl	$1, %edx
	cmpl	72(%rbx), %edx
	jnb	.L223
.L219:
	movl	352(%rbx), %ecx
	testl	%ecx, %ecx
	je	.L223
	movl	%edx, %eax
	imulq	$184, %rax, %rax
	addq	(%rbx), %rax
	movl	24(%rax), %r9d
	testl	%r9d, %r9d
	je	.L222
	movq	56(%rbx), %rcx
	movl	36(%rax), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rcx
	subq	336(%rbx), %rcx
	addq	%rdi, %rcx
	cmpq	%rsi, %rcx
	jb	.L222
	movl	28(%rax), %edi
	testl	%edi, %edi
	je	.L229
	movl	356(%rbx), %esi
	xorl	%eax, %eax
	testl	%esi, %esi
	sete	%al
	addl	$1, %edx
	orl	%eax, %r8d
	cmpl	72(%rbx), %edx
	jb	.L219
	.p2align 4,,10
	.p2align 3
.L223:
	testl	%r8d, %r8d
	je	.L205
	movl	352(%rbx), %edx
	jmp	.L204
	.p2align 4,,10
	.p2align 3
.L211:
	movq	88(%rax), %rcx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	serve_blocks
	testl	%eax, %eax
	je	.L240
.L227:
	addq	$8, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L242:
	movl	32(%rax), %ecx
	movq	88(%rax), %r9
	movl	8(%rax), %edi
	salq	$32, %rcx
	orq	%rcx, %rsi
	movq	56(%rbx), %rcx
	andq	%r8, %rcx
	addq	$1, %r8
	leaq	(%rcx,%rcx,4), %r10
	movq	16(%rbx), %rcx
	leaq	(%rcx,%r10,8), %rcx
	movq	72(%rax), %r10
	movq	%rsi, 24(%rcx)
	subw	4(%rax), %di
	movq	%rdx, 8(%rcx)
	xorl	%edx, %edx
	movw	%dx, 34(%rcx)
	movq	%r10, (%rcx)
	movq	%r9, 16(%rcx)
	movw	%di, 32(%rcx)
	addl	$1, 20(%rax)
	movl	$0, 56(%rax)
	movq	%r8, 336(%rbx)
	movq	%r8, 320(%rbx)
	movl	352(%rbx), %edx
	jmp	.L206
	.p2align 4,,10
	.p2align 3
.L229:
	movl	$1, %r8d
	jmp	.L222
.L205:
	addq	$8, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	ret
.L241:
	xorl	%eax, %eax
	ret
	.size	flush_held, .-flush_held
	.p2align 4
	.type	look, @function
look:
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movq	%rsi, %rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$232, %rsp
	movslq	76(%rdi), %rdi
	testl	%edi, %edi
	js	.L298
	movslq	%edx, %r10
	leaq	32(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r13
	testq	%rax, %rax
	js	.L299
	movq	32(%rbx), %rdx
	leaq	16(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L261
	movq	%rsi, 8(%rsp)
	movl	$1, %edi
	call	*%rdx
	movq	8(%rsp), %rsi
.L262:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%rbp)
	testq	%r13, %r13
	je	.L263
	leaq	36(%rsp), %r8
	xorl	%r9d, %r9d
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L270:
	movq	(%r8), %r12
	xorl	%r10d, %r10d
	movl	%r12d, %eax
	imulq	$184, %rax, %rax
	addq	(%rbx), %rax
	movslq	(%rax), %rdi
	xorl	%eax, %eax
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L264
	cmpq	$-11, %rax
	je	.L267
	cmpq	$-4, %rax
	je	.L267
	negq	%rax
	movl	%r12d, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$0, 368(%rbx)
	movl	$1, 356(%rbx)
.L260:
	movl	$2, %r12d
.L243:
	addq	$232, %rsp
	movl	%r12d, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	ret
	.p2align 4,,10
	.p2align 3
.L299:
	cmpq	$-4, %rax
	jne	.L259
.L263:
	xorl	%r12d, %r12d
	jmp	.L243
	.p2align 4,,10
	.p2align 3
.L264:
	movq	16(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L268
	movl	$1, 4(%rbp)
.L268:
	testl	%eax, %eax
	je	.L267
	movslq	0(%rbp), %rdi
	andl	$4294967295, %eax
	movq	%rdi, %rcx
	movl	%r12d, 16(%rbp,%rdi,4)
	addl	$1, %ecx
	movl	%ecx, 0(%rbp)
	movq	%rax, 80(%rbp,%rdi,8)
.L267:
	addq	$1, %r9
	addq	$12, %r8
	cmpq	%r13, %r9
	jne	.L270
	xorl	%r12d, %r12d
	jmp	.L243
	.p2align 4,,10
	.p2align 3
.L298:
	movq	(%rbx), %rax
	movl	(%rax), %ecx
	testl	%edx, %edx
	je	.L297
	movl	128(%rbx), %edx
	testl	%edx, %edx
	jne	.L297
	leaq	32(%rsp), %r8
	movl	%ecx, 32(%rsp)
	xorl	%r10d, %r10d
	movl	$7, %eax
	movl	$1, 36(%rsp)
	movl	$1, %esi
	movq	$-1, %rdx
	movq	%r8, %rdi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L295
	movq	(%rbx), %rax
.L245:
	movslq	(%rax), %rdi
	xorl	%r10d, %r10d
	xorl	%eax, %eax
	movl	$8, %edx
	movq	%r8, %rsi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L249
	cmpq	$-11, %rax
	je	.L252
	cmpq	$-4, %rax
	je	.L252
	negq	%rax
	movl	$2, %r12d
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$0, 368(%rbx)
	movl	$1, 356(%rbx)
.L253:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L256
	movq	%r8, %rsi
	movl	$1, %edi
	call	*%rdx
.L257:
	imulq	$1000000000, 32(%rsp), %rax
	addq	40(%rsp), %rax
	movq	%rax, 8(%rbp)
	jmp	.L243
	.p2align 4,,10
	.p2align 3
.L259:
	movl	$0, 364(%rbx)
	negq	%r13
	movl	%r13d, 360(%rbx)
	movq	$232, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L260
	.p2align 4,,10
	.p2align 3
.L295:
	xorl	%r12d, %r12d
	cmpq	$-4, %rax
	je	.L243
	negq	%rax
	movl	$2, %r12d
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$7, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L243
	.p2align 4,,10
	.p2align 3
.L297:
	leaq	32(%rsp), %r8
	jmp	.L245
	.p2align 4,,10
	.p2align 3
.L249:
	movq	32(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L254
	movl	$1, 4(%rbp)
.L254:
	testl	%eax, %eax
	je	.L252
	movslq	0(%rbp), %rcx
	andl	$4294967295, %eax
	movq	%rcx, %rdx
	movl	$0, 16(%rbp,%rcx,4)
	addl	$1, %edx
	movl	%edx, 0(%rbp)
	movq	%rax, 80(%rbp,%rcx,8)
.L252:
	xorl	%r12d, %r12d
	jmp	.L253
	.p2align 4,,10
	.p2align 3
.L261:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L262
	.p2align 4,,10
	.p2align 3
.L256:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r8, %rsi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L257
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
.L301:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	je	.L391
	movq	328(%rbx), %rax
	movq	64(%rbx), %rdx
	andq	%rax, %rdx
	addq	$1, %rax
	leaq	(%rdx,%rdx,2), %rcx
	movq	24(%rbx), %rdx
	leaq	(%rdx,%rcx,8), %rdx
	movl	8(%rdx), %r14d
	movl	12(%rdx), %esi
	movl	16(%rdx), %ecx
	movq	(%rdx), %rdx
	movq	%r14, %r15
	imulq	$184, %r14, %r14
	addq	(%rbx), %r14
	movq	%rdx, 80(%rsp)
	movq	%rax, 328(%rbx)
	movl	20(%r14), %eax
	movl	28(%r14), %edi
	subl	$1, %eax
	movl	%eax, 20(%r14)
	testl	%edi, %edi
	jne	.L392
	testl	%eax, %eax
	jne	.L310
	movl	24(%r14), %eax
	testl	%eax, %eax
	jne	.L310
	movl	16(%r14), %r13d
.L311:
	movl	8(%r14), %r12d
	movl	32(%r14), %ecx
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L301
	movq	%rcx, %r14
	jmp	.L313
	.p2align 4,,10
	.p2align 3
.L393:
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L301
.L313:
	movq	%rbp, %r8
	movq	%r14, %rcx
	movl	%r12d, %edx
	movl	%r15d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L393
	cmpl	$2, %eax
	jne	.L301
	.p2align 4,,10
	.p2align 3
.L314:
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movl	256(%rbx), %eax
	testl	%eax, %eax
	jne	.L394
.L351:
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
.L310:
	movl	12(%r14), %r13d
	jmp	.L311
	.p2align 4,,10
	.p2align 3
.L392:
	addl	4(%r14), %ecx
	leaq	(%rcx,%rcx,2), %rdx
	leal	1(%rcx), %r12d
	leaq	(%rcx,%rdx,4), %rdx
	movq	8(%rbx), %rcx
	leaq	(%rcx,%rdx,8), %rdx
	movl	100(%rdx), %r13d
	addl	%r12d, %r13d
	cmpl	%r13d, %r12d
	jnb	.L303
	movq	%r14, 16(%rsp)
	movl	%r12d, %r14d
	movq	%rsi, %r12
	jmp	.L305
	.p2align 4,,10
	.p2align 3
.L396:
	addl	$1, %r14d
	cmpl	%r13d, %r14d
	jnb	.L395
.L305:
	movq	%rbp, %r8
	movq	%r12, %rcx
	movl	%r14d, %edx
	movl	%r15d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L396
	movq	16(%rsp), %r14
	cmpl	$2, %eax
	je	.L314
.L306:
	movl	20(%r14), %eax
.L303:
	testl	%eax, %eax
	jne	.L301
	movl	24(%r14), %eax
	testl	%eax, %eax
	jne	.L301
	movl	8(%r14), %edx
	movl	%r15d, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	je	.L301
	jmp	.L314
	.p2align 4,,10
	.p2align 3
.L395:
	movq	16(%rsp), %r14
	jmp	.L306
.L391:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r12
	testl	%eax, %eax
	jne	.L314
	movq	%rbx, %rdi
	call	flush_held
	testl	%eax, %eax
	jne	.L314
	lock orq	$0, (%rsp)
	movq	72(%rsp), %rax
	movl	(%rax), %eax
	testl	%eax, %eax
	jne	.L397
.L317:
	movq	$0, 96(%rsp)
	cmpq	$0, 48(%rbx)
	je	.L331
	movabsq	$9223372036854775807, %r14
	jg	.L398
.L321:
	leaq	96(%rsp), %r11
	movq	%r11, %r13
	jmp	.L327
	.p2align 4,,10
	.p2align 3
.L400:
	cmpq	$0, 96(%rsp)
	jne	.L325
	movl	(%r12), %eax
	testl	%eax, %eax
	jne	.L325
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L325
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L399
.L327:
	xorl	%edx, %edx
	movq	%r13, %rsi
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L400
	jmp	.L314
.L399:
	movq	32(%rbx), %rdx
	leaq	80(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L328
	movl	$1, %edi
	call	*%rdx
.L329:
	imulq	$1000000000, 80(%rsp), %rax
	addq	88(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L327
.L331:
	movl	$1, 344(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L401
.L387:
	movl	$0, 344(%rbx)
.L325:
	movl	96(%rsp), %r13d
	xorl	%r8d, %r8d
	leaq	96(%rsp), %r11
	testl	%r13d, %r13d
	jle	.L301
	movq	%rbp, 64(%rsp)
	movq	%r8, %r15
	jmp	.L333
	.p2align 4,,10
	.p2align 3
.L403:
	movl	24(%r13), %ebp
	testl	%ebp, %ebp
	jne	.L388
	movq	56(%rbx), %rax
	movl	36(%r13), %ecx
	movq	192(%rbx), %rsi
	addq	$1, %rax
	subq	336(%rbx), %rax
	addq	%rsi, %rax
	cmpq	%rcx, %rax
	jnb	.L338
	movl	24(%r13), %r10d
	movq	104(%rsp), %rax
	testl	%r10d, %r10d
	jne	.L388
	movl	$1, 24(%r13)
	movq	$0, 72(%r13)
	movq	%rax, 88(%r13)
	addl	$1, 352(%rbx)
.L389:
	movq	136(%r13), %rax
	movq	%rdx, 80(%r13)
	addq	$1, %rax
	movq	%rax, 136(%r13)
.L340:
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jle	.L402
.L333:
	movl	16(%r11,%r15,4), %r8d
	movq	(%rbx), %r13
	movq	$0, 80(%rsp)
	movq	80(%r11,%r15,8), %rdx
	imulq	$184, %r8, %rdi
	movq	%r8, %r14
	addq	%rdi, %r13
	movl	28(%r13), %r12d
	testl	%r12d, %r12d
	jne	.L403
	movl	8(%r13), %ebp
	movl	4(%r13), %r12d
	movl	32(%r13), %esi
	cmpl	%ebp, %r12d
	jnb	.L343
	movq	%r13, 24(%rsp)
	movq	%rsi, %r13
	movq	%r15, 40(%rsp)
	movq	64(%rsp), %r15
	movq	%rdi, 16(%rsp)
	movq	%rdx, 32(%rsp)
	movq	%r11, 48(%rsp)
	movq	%r8, 56(%rsp)
	jmp	.L345
	.p2align 4,,10
	.p2align 3
.L405:
	addl	$1, %r12d
	cmpl	%ebp, %r12d
	jnb	.L404
.L345:
	movq	%r15, %r8
	movq	%r13, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L405
	movq	16(%rsp), %rdi
	movq	24(%rsp), %r13
	movq	32(%rsp), %rdx
	movq	40(%rsp), %r15
	movq	48(%rsp), %r11
	movq	56(%rsp), %r8
	cmpl	$2, %eax
	je	.L314
	cmpl	$1, %eax
	je	.L406
.L343:
	movl	24(%r13), %r9d
	testl	%r9d, %r9d
	je	.L407
.L347:
	movq	80(%rsp), %rax
.L390:
	orq	72(%r13), %rax
	addq	80(%r13), %rdx
.L350:
	movq	%rax, 72(%r13)
	jmp	.L389
	.p2align 4,,10
	.p2align 3
.L338:
	movq	104(%rsp), %rcx
	movl	%r8d, %esi
	movq	%rbx, %rdi
	movq	%r11, 16(%rsp)
	call	serve_blocks
	movq	16(%rsp), %r11
	testl	%eax, %eax
	jne	.L314
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jg	.L333
.L402:
	movq	64(%rsp), %rbp
	jmp	.L301
	.p2align 4,,10
	.p2align 3
.L388:
	addq	80(%r13), %rdx
	jmp	.L389
	.p2align 4,,10
	.p2align 3
.L404:
	movq	24(%rsp), %r13
	movq	16(%rsp), %rdi
	movq	32(%rsp), %rdx
	movq	40(%rsp), %r15
	movl	24(%r13), %r9d
	movq	48(%rsp), %r11
	movq	56(%rsp), %r8
	testl	%r9d, %r9d
	jne	.L347
.L407:
	movq	56(%rbx), %rax
	movq	192(%rbx), %rsi
	movq	336(%rbx), %rcx
	subq	%rcx, %rax
	addq	%rsi, %rax
	cmpq	$-1, %rax
	jne	.L348
	movl	24(%r13), %esi
	movq	104(%rsp), %rcx
	movq	80(%rsp), %rax
	testl	%esi, %esi
	jne	.L390
	movl	$1, 24(%r13)
	movq	%rcx, 88(%r13)
	addl	$1, 352(%rbx)
	jmp	.L350
.L406:
	movq	104(%rsp), %rcx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	movq	%r11, 16(%rsp)
	call	count_spurious
	movq	16(%rsp), %r11
	testl	%eax, %eax
	je	.L340
	jmp	.L314
	.p2align 4,,10
	.p2align 3
.L348:
	movq	56(%rbx), %rax
	movl	32(%r13), %esi
	addq	(%rbx), %rdi
	andq	%rcx, %rax
	salq	$32, %rsi
	addq	$1, %rcx
	leaq	(%rax,%rax,4), %r9
	movq	16(%rbx), %rax
	orq	%r8, %rsi
	movl	8(%r13), %r8d
	leaq	(%rax,%r9,8), %rax
	movq	80(%rsp), %r9
	movq	%rdx, 8(%rax)
	movq	104(%rsp), %rdx
	movq	%rsi, 24(%rax)
	subw	4(%rdi), %r8w
	movq	%rdx, 16(%rax)
	xorl	%edx, %edx
	movq	%r9, (%rax)
	movw	%r8w, 32(%rax)
	movw	%dx, 34(%rax)
	addl	$1, 20(%rdi)
	movl	$0, 56(%rdi)
	movq	%rcx, 336(%rbx)
	movq	%rcx, 320(%rbx)
	jmp	.L340
.L397:
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$202, %eax
	movq	72(%rsp), %rdi
	movl	$0, (%rdi)
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L317
.L398:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L322
	movq	%rbp, %rsi
	movl	$1, %edi
	call	*%rdx
.L323:
	imulq	$1000000000, 80(%rsp), %r14
	addq	88(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L321
.L401:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L387
	leaq	96(%rsp), %r11
	movl	$1, %edx
	movq	%rbx, %rdi
	movq	%r11, %rsi
	call	look
	movl	$0, 344(%rbx)
	testl	%eax, %eax
	jne	.L314
	jmp	.L325
	.p2align 4,,10
	.p2align 3
.L322:
	leaq	80(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L323
.L328:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L329
.L394:
	xorl	%r10d, %r10d
	movl	$202, %eax
	movl	$129, %esi
	movl	$0, 256(%rbx)
	movl	$1, %edx
	movq	72(%rsp), %rdi
#APP
# 204 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L351
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
