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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
	jne	.L65
	movl	$8, %ecx
	subl	20(%rbx), %ecx
	movq	$-1, %rax
	sall	$3, %ecx
	shrq	%cl, %rax
	cmpq	%rax, (%r14)
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
	leaq	80(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L58
	movl	$4294967295, %eax
	cmpq	%rax, (%rsp)
	jne	.L59
.L58:
	movl	$0, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$3, 356(%r13)
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
	movl	%eax, 360(%r13)
	movl	%r12d, 364(%r13)
	movl	%ebp, 368(%r13)
	movl	$0, 372(%r13)
	movl	$2, 356(%r13)
	jmp	.L55
	.p2align 4,,10
	.p2align 3
.L59:
	leaq	8(%rsp), %rdx
	leaq	104(%r13), %rsi
	movq	%r13, %rdi
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
	je	.L92
	salq	%cl, %rax
	movq	%rax, %r10
	cmpl	$1, %r9d
	jbe	.L93
	movl	%r9d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L74
	cmpl	$3, %r9d
	jne	.L68
	andq	(%r8), %r10
	movq	%r10, %r15
.L68:
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
	jne	.L94
.L79:
	leaq	40(%rsp), %rsi
	movq	%r15, %rdx
	movq	%r12, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L80
.L77:
	xorl	%eax, %eax
.L66:
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
.L93:
	movq	%r13, %rcx
	movl	%r14d, %edx
	movq	%rax, 24(%rsp)
	movl	%r9d, 16(%rsp)
	movq	%r8, 8(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L71
	movq	8(%rsp), %r8
	movl	16(%rsp), %r9d
	movq	24(%rsp), %rax
	andq	(%r8), %rax
	testl	%r9d, %r9d
	jne	.L72
	testq	%rax, %rax
	setne	%al
.L73:
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
.L92:
	movl	%esi, %eax
	imulq	$184, %rax, %rax
	addq	(%rdi), %rax
	movl	60(%rax), %edx
	testl	%edx, %edx
	je	.L68
	jmp	.L77
	.p2align 4,,10
	.p2align 3
.L74:
	leaq	32(%rsp), %rcx
	movq	%r13, %rdx
	movq	%rbx, %rsi
	movq	%r10, 16(%rsp)
	movl	%r9d, 8(%rsp)
	call	read_step
	movl	8(%rsp), %r9d
	movq	16(%rsp), %r10
	testq	%rax, %rax
	jne	.L95
	cmpl	$6, %r9d
	je	.L77
	movq	64(%rbx), %rdx
	movq	%r10, %rax
	andq	%r15, %rax
	orq	%r10, %rdx
	notq	%rdx
	andq	32(%rsp), %rdx
	orq	%rax, %rdx
	movq	%rdx, %r15
	jmp	.L68
	.p2align 4,,10
	.p2align 3
.L94:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%r12, %rdi
	imulq	%r13, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L79
.L80:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$1, 372(%r12)
	movl	$2, 356(%r12)
.L71:
	movl	$2, %eax
	jmp	.L66
	.p2align 4,,10
	.p2align 3
.L72:
	cmpq	%rax, %r15
	sete	%al
	jmp	.L73
	.p2align 4,,10
	.p2align 3
.L95:
	movl	%eax, 360(%r12)
	movl	%ebp, 364(%r12)
	movl	%r14d, 368(%r12)
	movl	$0, 372(%r12)
	movl	$2, 356(%r12)
	jmp	.L71
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
	imulq	$184, %rax, %rax
	pushq	%rbx
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
	jnb	.L97
	movq	%rdi, %rbx
	leaq	8(%rsp), %r13
	jmp	.L99
	.p2align 4,,10
	.p2align 3
.L102:
	addl	$1, %r14d
	cmpl	%r12d, %r14d
	jnb	.L97
.L99:
	xorl	%ecx, %ecx
	movq	%r13, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L102
	addq	$16, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	ret
	.p2align 4,,10
	.p2align 3
.L97:
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
	je	.L104
	movq	%rcx, %r8
	subq	64(%rax), %r8
	addl	$1, %edx
	cmpq	$1000000000, %r8
	jg	.L104
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	je	.L110
.L106:
	xorl	%eax, %eax
	ret
	.p2align 4,,10
	.p2align 3
.L104:
	movl	$1, %edx
	movq	%rcx, 64(%rax)
	movl	%edx, 56(%rax)
	cmpl	%edx, 132(%rdi)
	jne	.L106
.L110:
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
	movq	%r8, %rax
	pushq	%r14
	movl	%esi, %r14d
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	movl	%edx, %ebp
	movl	%esi, %edx
	pushq	%rbx
	imulq	$184, %rdx, %r8
	subq	$88, %rsp
	movq	(%rdi), %rsi
	movq	%r9, 56(%rsp)
	addq	%r8, %rsi
	cmpl	%ecx, %ebp
	jnb	.L129
	movq	%rdi, %r12
	leaq	56(%rsp), %rdi
	movq	%r8, 16(%rsp)
	movl	%ecx, %r15d
	movq	%rsi, 24(%rsp)
	movq	%rax, %r13
	movq	%rdi, 8(%rsp)
	jmp	.L112
	.p2align 4,,10
	.p2align 3
.L147:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L143
	cmpl	$11, %eax
	je	.L144
.L123:
	movq	%r9, %rsi
	andq	48(%rbx), %rsi
	je	.L119
	cmpl	$12, 96(%rbx)
	je	.L145
.L126:
	movl	100(%rbx), %ecx
	leal	1(%rbp), %edx
	movq	%r13, %r8
	movl	%r14d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L124
.L119:
	addl	100(%rbx), %ebp
.L115:
	addl	$1, %ebp
	cmpl	%r15d, %ebp
	jnb	.L129
.L112:
	movl	%ebp, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r12), %rbx
	movl	96(%rbx), %eax
	cmpl	$5, %eax
	je	.L146
	cmpl	$8, %eax
	ja	.L147
	movq	8(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L115
.L124:
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
	movq	24(%rsp), %rax
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
	jb	.L112
.L129:
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
.L127:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L127
	movq	16(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	144(%rax), %rcx
	movq	%rcx, 144(%rax)
	jmp	.L126
	.p2align 4,,10
	.p2align 3
.L144:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebp, %edx
	movl	%r14d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L124
	movq	72(%rsp), %r9
	jmp	.L123
	.p2align 4,,10
	.p2align 3
.L143:
	movq	48(%rbx), %r11
	xorl	%r8d, %r8d
	leal	1(%rbp), %edx
	rep bsfq	%r11, %r8
	movslq	%r8d, %r8
	andq	%r9, %r11
	je	.L119
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
.L121:
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
	jne	.L124
	leaq	-1(%rbx), %rax
	andq	%rax, %rbx
	jne	.L121
	movq	%r15, %rbx
	movq	%r12, %r13
	movl	48(%rsp), %ebp
	movl	52(%rsp), %r15d
	movq	32(%rsp), %r12
	jmp	.L119
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
	movq	336(%rdi), %rbx
	orq	%rdx, 96(%rbp)
	movl	4(%rbp), %edx
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
	movl	%esi, %r13d
	pushq	%r12
	pushq	%rbp
	movq	%r13, %rbp
	imulq	$184, %r13, %r13
	pushq	%rbx
	subq	$24, %rsp
	addq	(%rdi), %r13
	movl	$0, 44(%r13)
	cmpl	16(%r13), %edx
	jnb	.L171
	movq	%rdi, %r15
	movl	%edx, %r14d
	leaq	96(%r13), %r12
.L159:
	movl	%r14d, %eax
	leaq	0(,%rax,8), %rbx
	subq	%rax, %rbx
	salq	$4, %rbx
	addq	8(%r15), %rbx
	cmpl	$7, 96(%rbx)
	je	.L161
	movl	32(%r13), %ecx
	movq	%r12, %r8
	movl	%r14d, %edx
	movl	%ebp, %esi
	movq	%r15, %rdi
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
	addl	$1, %r14d
.L170:
	cmpl	16(%r13), %r14d
	jb	.L159
.L171:
	movq	$0, 96(%r13)
	xorl	%eax, %eax
	jmp	.L158
	.p2align 4,,10
	.p2align 3
.L161:
	movq	56(%r15), %rax
	movl	36(%r13), %edx
	movq	192(%r15), %rcx
	addq	$1, %rax
	subq	336(%r15), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L181
	movl	32(%r13), %ecx
	movl	4(%r13), %edx
	leaq	8(%rsp), %r8
	movl	%ebp, %esi
	movq	$0, 8(%rsp)
	movq	%r15, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L162
	cmpl	$1, %eax
	je	.L163
	movl	40(%r13), %edx
	movq	%rdx, %rax
	cmpq	56(%rbx), %rdx
	jnb	.L182
	addl	$1, %eax
	movq	$0, 96(%r13)
	movl	%ebp, %esi
	movq	%r15, %rdi
	movl	%eax, 40(%r13)
	movq	8(%rsp), %rdx
	call	find_handlers
	testl	%eax, %eax
	jne	.L162
	movl	20(%r13), %eax
	testl	%eax, %eax
	jne	.L167
	movl	8(%r13), %r14d
	jmp	.L170
.L181:
	movl	24(%r13), %edx
	movq	112(%r13), %rax
	movl	$1, 44(%r13)
	testl	%edx, %edx
	jne	.L167
	movl	$1, 24(%r13)
	movq	$0, 72(%r13)
	movq	$0, 80(%r13)
	movq	%rax, 88(%r13)
	addl	$1, 352(%r15)
.L167:
	xorl	%eax, %eax
	jmp	.L158
.L182:
	movq	152(%r13), %rax
	movl	%ebp, %esi
	movq	%r15, %rdi
	addq	$1, %rax
	movq	%rax, 152(%r13)
	movq	$0, 96(%r13)
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
	movq	$0, 8(%rsp)
	movl	4(%rbx), %edx
	leaq	0(,%rdx,8), %rax
	subq	%rdx, %rax
	salq	$4, %rax
	addq	8(%rdi), %rax
	cmpl	$1, 96(%rax)
	jbe	.L201
	xorl	%edx, %edx
.L184:
	movl	$0, 40(%rbx)
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
	movq	8(%rsp), %rdx
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
	movl	44(%rbx), %edi
	movl	16(%rbx), %ecx
	testl	%edi, %edi
	je	.L189
	movl	20(%rbx), %esi
	testl	%esi, %esi
	jne	.L190
	movl	8(%rbx), %edx
	cmpl	%ecx, %edx
	jnb	.L200
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
	jmp	.L192
	.p2align 4,,10
	.p2align 3
.L193:
	addl	$1, %edx
	addq	$112, %rax
	cmpl	%ecx, %edx
	je	.L200
.L192:
	cmpl	$7, 96(%rax)
	jne	.L193
	jmp	.L200
	.p2align 4,,10
	.p2align 3
.L189:
	subl	$1, %ecx
	leaq	0(,%rcx,8), %rax
	movq	%rcx, %rdx
	subq	%rcx, %rax
	salq	$4, %rax
	addq	8(%rbp), %rax
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
	movl	%edx, %esi
	leaq	0(,%rsi,8), %rax
	subq	%rsi, %rax
	salq	$4, %rax
	addq	8(%rbx), %rax
	jmp	.L213
	.p2align 4,,10
	.p2align 3
.L214:
	addl	$1, %edx
	addq	$112, %rax
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
	movl	28(%r14), %edx
	subl	$1, %eax
	movl	%eax, 20(%r14)
	testl	%edx, %edx
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
	movl	%esi, %edx
	leaq	0(,%rcx,8), %rsi
	leal	1(%rcx), %r12d
	subq	%rcx, %rsi
	movq	8(%rbx), %rcx
	salq	$4, %rsi
	addq	%rsi, %rcx
	movl	100(%rcx), %r13d
	addl	%r12d, %r13d
	cmpl	%r13d, %r12d
	jnb	.L303
	movq	%r14, 16(%rsp)
	movl	%r12d, %r14d
	movq	%rdx, %r12
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
	movq	%r8, 48(%rsp)
	movq	%r11, 56(%rsp)
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
	movq	48(%rsp), %r8
	movq	56(%rsp), %r11
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
	movq	48(%rsp), %r8
	movq	56(%rsp), %r11
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
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L323
.L328:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 206 "top_half.c" 1
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
# 206 "top_half.c" 1
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
