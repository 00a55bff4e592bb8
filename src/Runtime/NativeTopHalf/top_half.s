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
# 198 "top_half.c" 1
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
# 198 "top_half.c" 1
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
# 198 "top_half.c" 1
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
	movq	%r8, %r15
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
	movl	96(%rbx), %r9d
	cmpl	$1, %r9d
	jbe	.L87
	movl	%r9d, %eax
	andl	$-3, %eax
	cmpl	$4, %eax
	je	.L88
	cmpl	$3, %r9d
	jne	.L75
	movq	(%r8), %r15
	andq	48(%rbx), %r15
.L76:
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
	jne	.L89
.L77:
	leaq	24(%rsp), %rsi
	movq	%r15, %rdx
	movq	%rbp, %rdi
	call	write_register
	testq	%rax, %rax
	jne	.L78
.L79:
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
.L88:
	leaq	16(%rsp), %rcx
	movq	%r12, %rdx
	movq	%rbx, %rsi
	movl	%r9d, 12(%rsp)
	call	read_step
	movl	12(%rsp), %r9d
	testq	%rax, %rax
	jne	.L90
	cmpl	$6, %r9d
	je	.L79
	movq	48(%rbx), %rax
	movq	64(%rbx), %r15
	orq	%rax, %r15
	andq	56(%rbx), %rax
	notq	%r15
	andq	16(%rsp), %r15
	orq	%rax, %r15
	jmp	.L76
	.p2align 4,,10
	.p2align 3
.L75:
	movq	56(%rbx), %r15
	jmp	.L76
	.p2align 4,,10
	.p2align 3
.L87:
	movl	%r13d, %edx
	movl	%r9d, 12(%rsp)
	call	read_status
	testl	%eax, %eax
	jne	.L68
	movl	12(%rsp), %r9d
	movq	(%r15), %rax
	andq	48(%rbx), %rax
	testl	%r9d, %r9d
	jne	.L69
	testq	%rax, %rax
	setne	%al
.L70:
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
.L89:
	movq	88(%rbx), %rdx
	leaq	24(%rbx), %rsi
	movq	%rbp, %rdi
	imulq	%r12, %rdx
	addq	80(%rbx), %rdx
	call	write_register
	testq	%rax, %rax
	je	.L77
.L78:
	movl	%eax, 360(%rbp)
	movl	%r14d, 364(%rbp)
	movl	%r13d, 368(%rbp)
	movl	$1, 372(%rbp)
	movl	$2, 356(%rbp)
.L68:
	movl	$2, %eax
	jmp	.L66
	.p2align 4,,10
	.p2align 3
.L69:
	cmpq	%rax, 56(%rbx)
	sete	%al
	jmp	.L70
	.p2align 4,,10
	.p2align 3
.L90:
	movl	%eax, 360(%rbp)
	movl	%r14d, 364(%rbp)
	movl	%r13d, 368(%rbp)
	movl	$0, 372(%rbp)
	movl	$2, 356(%rbp)
	jmp	.L68
	.size	run_step, .-run_step
	.p2align 4
	.type	run_block, @function
run_block:
	pushq	%r15
	pushq	%r14
	movl	%ecx, %r14d
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movl	%edx, %ebx
	movl	%esi, %edx
	leaq	(%rdx,%rdx,8), %rcx
	leaq	(%rdx,%rcx,2), %rdx
	subq	$88, %rsp
	movq	(%rdi), %r11
	leaq	0(,%rdx,8), %rax
	movq	%rax, 8(%rsp)
	addq	%rax, %r11
	leaq	56(%rsp), %rax
	movq	%r9, 56(%rsp)
	movq	%rax, (%rsp)
	cmpl	%r14d, %ebx
	jnb	.L109
	movq	%r11, 16(%rsp)
	movq	%rdi, %r12
	movl	%esi, %r15d
	movq	%r8, %r13
	jmp	.L92
	.p2align 4,,10
	.p2align 3
.L126:
	movq	56(%rsp), %r9
	movq	%r9, 72(%rsp)
	cmpl	$10, %eax
	je	.L122
	cmpl	$11, %eax
	je	.L123
.L103:
	movq	%r9, %rsi
	andq	48(%rbp), %rsi
	je	.L99
	cmpl	$12, 96(%rbp)
	je	.L124
.L106:
	movl	100(%rbp), %ecx
	leal	1(%rbx), %edx
	movq	%r13, %r8
	movl	%r15d, %esi
	movq	%r12, %rdi
	addl	%edx, %ecx
	call	run_block
	testl	%eax, %eax
	jne	.L104
.L99:
	addl	100(%rbp), %ebx
.L95:
	addl	$1, %ebx
	cmpl	%r14d, %ebx
	jnb	.L109
.L92:
	movl	%ebx, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rdx
	movq	8(%r12), %rax
	leaq	(%rax,%rdx,8), %rbp
	movl	96(%rbp), %eax
	cmpl	$5, %eax
	je	.L125
	cmpl	$8, %eax
	ja	.L126
	movq	(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebx, %edx
	movl	%r15d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L95
.L104:
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
.L125:
	movq	16(%rsp), %rax
	movq	336(%r12), %rdx
	movq	80(%rax), %rsi
	movq	88(%rax), %rcx
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
	movq	%rdx, 336(%r12)
	cmpl	%r14d, %ebx
	jb	.L92
.L109:
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
.L124:
	movq	%rsi, %rax
	xorl	%ecx, %ecx
	.p2align 4,,10
	.p2align 3
.L107:
	leaq	-1(%rax), %rdx
	addq	$1, %rcx
	andq	%rdx, %rax
	jne	.L107
	movq	8(%rsp), %rax
	addq	(%r12), %rax
	movq	%rsi, %r9
	addq	120(%rax), %rcx
	movq	%rcx, 120(%rax)
	jmp	.L106
	.p2align 4,,10
	.p2align 3
.L123:
	leaq	72(%rsp), %r8
	movq	%r13, %rcx
	movl	%ebx, %edx
	movl	%r15d, %esi
	movq	%r12, %rdi
	call	read_status
	testl	%eax, %eax
	jne	.L104
	movq	72(%rsp), %r9
	jmp	.L103
	.p2align 4,,10
	.p2align 3
.L122:
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
	je	.L99
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
.L101:
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
	jne	.L104
	leaq	-1(%r14), %rax
	andq	%rax, %r14
	jne	.L101
	movq	%r13, %rbp
	movl	40(%rsp), %ebx
	movl	44(%rsp), %r14d
	movq	48(%rsp), %r13
	jmp	.L99
	.size	run_block, .-run_block
	.p2align 4
	.type	find_handlers, @function
find_handlers:
	movl	%esi, %eax
	movq	%rdx, %r9
	pushq	%r12
	leaq	(%rax,%rax,8), %rdx
	pushq	%rbp
	movq	%rdi, %rbp
	pushq	%rbx
	leaq	(%rax,%rdx,2), %rdx
	movq	(%rdi), %rax
	movq	336(%rdi), %rbx
	leaq	(%rax,%rdx,8), %r12
	movl	4(%r12), %eax
	orq	%r9, 72(%r12)
	movl	32(%r12), %r8d
	movl	8(%r12), %ecx
	leaq	(%rax,%rax,2), %rdx
	movq	%rax, %rdi
	leaq	(%rax,%rdx,4), %rax
	movq	8(%rbp), %rdx
	leaq	(%rdx,%rax,8), %rax
	xorl	%edx, %edx
	cmpl	$1, 96(%rax)
	setbe	%dl
	addl	%edi, %edx
	movq	%rbp, %rdi
	call	run_block
	movl	$2, %r8d
	testl	%eax, %eax
	jne	.L127
	movq	336(%rbp), %rcx
	movl	%eax, %r8d
	cmpq	%rcx, %rbx
	je	.L129
	leaq	1(%rbx), %rax
	movq	16(%rbp), %rdi
	movq	56(%rbp), %rdx
	cmpq	%rcx, %rax
	je	.L136
	.p2align 4,,10
	.p2align 3
.L130:
	andq	%rdx, %rbx
	movl	$1, %r9d
	leaq	(%rbx,%rbx,4), %rsi
	movq	%rax, %rbx
	leaq	1(%rbx), %rax
	movw	%r9w, 34(%rdi,%rsi,8)
	cmpq	%rcx, %rax
	jne	.L130
.L136:
	movl	40(%r12), %r11d
	andq	%rbx, %rdx
	leaq	(%rdx,%rdx,4), %rax
	xorl	%edx, %edx
	testl	%r11d, %r11d
	setne	%dl
	movw	%dx, 34(%rdi,%rax,8)
.L131:
	movq	%rcx, 320(%rbp)
.L127:
	popq	%rbx
	movl	%r8d, %eax
	popq	%rbp
	popq	%r12
	ret
	.p2align 4,,10
	.p2align 3
.L129:
	movl	40(%r12), %r10d
	testl	%r10d, %r10d
	jne	.L131
	movq	80(%r12), %rax
	addq	144(%r12), %rax
	subq	$1, %rax
	movq	%rax, 144(%r12)
	movq	136(%r12), %rax
	addq	$1, %rax
	movq	%rax, 136(%r12)
	movq	336(%rbp), %rcx
	jmp	.L131
	.size	find_handlers, .-find_handlers
	.p2align 4
	.type	finish, @function
finish:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	pushq	%r13
	movq	%rax, %r13
	pushq	%r12
	pushq	%rbp
	movl	%edx, %ebp
	leaq	(%rax,%rax,8), %rdx
	pushq	%rbx
	leaq	(%rax,%rdx,2), %rdx
	subq	$24, %rsp
	movq	(%rdi), %rax
	leaq	(%rax,%rdx,8), %rbx
	movl	$0, 44(%rbx)
	cmpl	16(%rbx), %ebp
	jnb	.L151
	movq	%rdi, %r12
	leaq	72(%rbx), %r14
.L138:
	movl	%ebp, %eax
	leaq	(%rax,%rax,2), %rdx
	leaq	(%rax,%rdx,4), %rdx
	movq	8(%r12), %rax
	leaq	(%rax,%rdx,8), %r15
	cmpl	$7, 96(%r15)
	je	.L140
	movl	32(%rbx), %ecx
	movq	%r14, %r8
	movl	%ebp, %edx
	movl	%r13d, %esi
	movq	%r12, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L148
.L141:
	movl	$2, %eax
.L137:
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
.L140:
	movq	56(%r12), %rax
	movl	36(%rbx), %edx
	movq	192(%r12), %rcx
	addq	$1, %rax
	subq	336(%r12), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jb	.L161
	movl	32(%rbx), %ecx
	movl	4(%rbx), %edx
	leaq	8(%rsp), %r8
	movl	%r13d, %esi
	movq	$0, 8(%rsp)
	movq	%r12, %rdi
	call	run_step
	cmpl	$2, %eax
	je	.L141
	cmpl	$1, %eax
	je	.L148
	movl	40(%rbx), %edx
	movq	%rdx, %rax
	cmpq	56(%r15), %rdx
	jb	.L147
	movq	128(%rbx), %rax
	addq	$1, %rax
	movq	%rax, 128(%rbx)
	.p2align 4,,10
	.p2align 3
.L148:
	addl	$1, %ebp
.L150:
	cmpl	16(%rbx), %ebp
	jb	.L138
.L151:
	movq	$0, 72(%rbx)
	xorl	%eax, %eax
	jmp	.L137
	.p2align 4,,10
	.p2align 3
.L147:
	addl	$1, %eax
	movq	8(%rsp), %rdx
	movl	%r13d, %esi
	movq	%r12, %rdi
	movl	%eax, 40(%rbx)
	movq	$0, 72(%rbx)
	call	find_handlers
	testl	%eax, %eax
	jne	.L141
	movl	20(%rbx), %eax
	testl	%eax, %eax
	jne	.L146
	movl	8(%rbx), %ebp
	jmp	.L150
.L161:
	movl	24(%rbx), %edx
	movq	88(%rbx), %rax
	movl	$1, 44(%rbx)
	testl	%edx, %edx
	jne	.L146
	movl	$1, 24(%rbx)
	movq	$0, 48(%rbx)
	movq	$0, 56(%rbx)
	movq	%rax, 64(%rbx)
	addl	$1, 352(%r12)
.L146:
	xorl	%eax, %eax
	jmp	.L137
	.size	finish, .-finish
	.p2align 4
	.type	serve_blocks, @function
serve_blocks:
	pushq	%r15
	movl	%esi, %eax
	pushq	%r14
	movq	%rcx, %r14
	pushq	%r13
	movq	%rdx, %r13
	leaq	(%rax,%rax,8), %rdx
	pushq	%r12
	leaq	(%rax,%rdx,2), %rdx
	movq	%rax, %r12
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$24, %rsp
	movq	(%rdi), %rax
	movq	8(%rdi), %r9
	movq	$0, 8(%rsp)
	leaq	(%rax,%rdx,8), %rbp
	movl	4(%rbp), %eax
	leaq	(%rax,%rax,2), %rcx
	movq	%rax, %rdx
	leaq	(%rax,%rcx,4), %rax
	xorl	%ecx, %ecx
	leaq	(%r9,%rax,8), %rax
	cmpl	$1, 96(%rax)
	jbe	.L180
.L163:
	movl	$0, 40(%rbp)
	movq	%rcx, %rdx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	movq	%r13, 80(%rbp)
	movq	%r14, 88(%rbp)
	call	find_handlers
	testl	%eax, %eax
	jne	.L174
	movl	20(%rbp), %eax
	testl	%eax, %eax
	je	.L181
.L168:
	xorl	%eax, %eax
	jmp	.L162
	.p2align 4,,10
	.p2align 3
.L181:
	movl	8(%rbp), %edx
.L179:
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
.L180:
	leaq	8(%rsp), %r15
	movl	32(%rbp), %ecx
	movl	%r12d, %esi
	movq	%r15, %r8
	call	run_step
	cmpl	$2, %eax
	je	.L174
	cmpl	$1, %eax
	je	.L166
	movq	8(%rsp), %rcx
	jmp	.L163
	.p2align 4,,10
	.p2align 3
.L174:
	movl	$2, %eax
.L162:
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
.L166:
	addq	104(%rbp), %r13
	subq	$1, %r13
	movq	%r13, 104(%rbp)
	movq	96(%rbp), %rax
	addq	$1, %rax
	movq	%rax, 96(%rbp)
	movl	44(%rbp), %r8d
	testl	%r8d, %r8d
	je	.L167
	movl	20(%rbp), %edi
	movl	16(%rbp), %ecx
	testl	%edi, %edi
	jne	.L168
	movl	8(%rbp), %edx
	cmpl	%ecx, %edx
	jnb	.L179
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rsi
	leaq	(%rax,%rsi,4), %rsi
	movq	8(%rbx), %rax
	leaq	(%rax,%rsi,8), %rax
	jmp	.L170
	.p2align 4,,10
	.p2align 3
.L171:
	addl	$1, %edx
	addq	$104, %rax
	cmpl	%ecx, %edx
	je	.L179
.L170:
	cmpl	$7, 96(%rax)
	jne	.L171
	jmp	.L179
	.p2align 4,,10
	.p2align 3
.L167:
	movl	16(%rbp), %eax
	movq	8(%rbx), %rsi
	subl	$1, %eax
	leaq	(%rax,%rax,2), %rcx
	movq	%rax, %rdx
	leaq	(%rax,%rcx,4), %rax
	leaq	(%rsi,%rax,8), %rax
	cmpl	$8, 96(%rax)
	jne	.L168
	movl	20(%rbp), %ecx
	testl	%ecx, %ecx
	jne	.L168
	movq	%r15, %r8
	xorl	%ecx, %ecx
	movl	%r12d, %esi
	movq	%rbx, %rdi
	call	run_step
	jmp	.L162
	.size	serve_blocks, .-serve_blocks
	.p2align 4
	.type	flush_held, @function
flush_held:
	movl	352(%rdi), %ecx
	testl	%ecx, %ecx
	je	.L220
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$8, %rsp
	.p2align 4,,10
	.p2align 3
.L183:
	movl	72(%rbx), %eax
	xorl	%ebp, %ebp
	testl	%eax, %eax
	jne	.L204
	jmp	.L196
	.p2align 4,,10
	.p2align 3
.L185:
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jnb	.L196
.L204:
	testl	%ecx, %ecx
	je	.L196
	movl	%ebp, %edx
	movq	(%rbx), %rsi
	leaq	(%rdx,%rdx,8), %rax
	leaq	(%rdx,%rax,2), %rax
	salq	$3, %rax
	addq	%rax, %rsi
	movl	24(%rsi), %edi
	testl	%edi, %edi
	je	.L185
	movq	56(%rbx), %rcx
	movl	36(%rsi), %edi
	movq	192(%rbx), %r9
	addq	$1, %rcx
	movq	336(%rbx), %r8
	subq	%r8, %rcx
	addq	%r9, %rcx
	cmpq	%rdi, %rcx
	jb	.L219
	movl	28(%rsi), %esi
	testl	%esi, %esi
	je	.L187
	movl	356(%rbx), %ecx
	testl	%ecx, %ecx
	jne	.L219
.L187:
	addq	(%rbx), %rax
	movl	28(%rax), %r11d
	movq	56(%rax), %rsi
	movl	$0, 24(%rax)
	subl	$1, 352(%rbx)
	testl	%r11d, %r11d
	je	.L221
	testq	%rsi, %rsi
	jne	.L190
	movl	20(%rax), %r9d
	testl	%r9d, %r9d
	jne	.L190
	movl	8(%rax), %edx
	movl	16(%rax), %ecx
	cmpl	%ecx, %edx
	jnb	.L191
	movl	%edx, %eax
	leaq	(%rax,%rax,2), %rsi
	leaq	(%rax,%rsi,4), %rsi
	movq	8(%rbx), %rax
	leaq	(%rax,%rsi,8), %rax
	jmp	.L192
	.p2align 4,,10
	.p2align 3
.L193:
	addl	$1, %edx
	addq	$104, %rax
	cmpl	%edx, %ecx
	je	.L191
.L192:
	cmpl	$7, 96(%rax)
	jne	.L193
.L191:
	movl	%ebp, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	jne	.L206
	.p2align 4,,10
	.p2align 3
.L219:
	movl	352(%rbx), %ecx
	addl	$1, %ebp
	cmpl	72(%rbx), %ebp
	jb	.L204
.L196:
	xorl	%eax, %eax
	testl	%ecx, %ecx
	setne	%al
	movl	%eax, 348(%rbx)
	lock orq	$0, (%rsp)
	movl	72(%rbx), %r8d
	testl	%r8d, %r8d
	je	.L184
	xorl	%eax, %eax
	xorl	%r8d, %r8d
	jmp	.L198
	.p2align 4,,10
	.p2align 3
.L201:
	addl	$1, %eax
	cmpl	72(%rbx), %eax
	jnb	.L202
.L198:
	movl	352(%rbx), %edx
	testl	%edx, %edx
	je	.L202
	movl	%eax, %edx
	leaq	(%rdx,%rdx,8), %rcx
	leaq	(%rdx,%rcx,2), %rcx
	movq	(%rbx), %rdx
	leaq	(%rdx,%rcx,8), %rcx
	movl	24(%rcx), %edi
	testl	%edi, %edi
	je	.L201
	movq	56(%rbx), %rdx
	movl	36(%rcx), %esi
	movq	192(%rbx), %rdi
	addq	$1, %rdx
	subq	336(%rbx), %rdx
	addq	%rdi, %rdx
	cmpq	%rsi, %rdx
	jb	.L201
	movl	28(%rcx), %esi
	testl	%esi, %esi
	je	.L208
	movl	356(%rbx), %ecx
	xorl	%edx, %edx
	testl	%ecx, %ecx
	sete	%dl
	addl	$1, %eax
	orl	%edx, %r8d
	cmpl	72(%rbx), %eax
	jb	.L198
	.p2align 4,,10
	.p2align 3
.L202:
	testl	%r8d, %r8d
	je	.L184
	movl	352(%rbx), %ecx
	jmp	.L183
	.p2align 4,,10
	.p2align 3
.L190:
	movq	64(%rax), %rcx
	movq	%rsi, %rdx
	movq	%rbx, %rdi
	movl	%ebp, %esi
	call	serve_blocks
	testl	%eax, %eax
	je	.L219
.L206:
	addq	$8, %rsp
	movl	$2, %eax
	popq	%rbx
	popq	%rbp
	ret
	.p2align 4,,10
	.p2align 3
.L221:
	movl	32(%rax), %ecx
	movq	64(%rax), %r9
	movl	8(%rax), %edi
	salq	$32, %rcx
	orq	%rcx, %rdx
	movq	56(%rbx), %rcx
	andq	%r8, %rcx
	addq	$1, %r8
	leaq	(%rcx,%rcx,4), %r10
	movq	16(%rbx), %rcx
	leaq	(%rcx,%r10,8), %rcx
	movq	48(%rax), %r10
	movq	%rdx, 24(%rcx)
	subw	4(%rax), %di
	movq	%r10, (%rcx)
	xorl	%r10d, %r10d
	movq	%rsi, 8(%rcx)
	movq	%r9, 16(%rcx)
	movw	%di, 32(%rcx)
	movw	%r10w, 34(%rcx)
	addl	$1, 20(%rax)
	movq	%r8, 336(%rbx)
	movq	%r8, 320(%rbx)
	movl	352(%rbx), %ecx
	jmp	.L185
	.p2align 4,,10
	.p2align 3
.L208:
	movl	$1, %r8d
	jmp	.L201
.L184:
	addq	$8, %rsp
	xorl	%eax, %eax
	popq	%rbx
	popq	%rbp
	ret
.L220:
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
	js	.L277
	movslq	%edx, %r10
	leaq	32(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r13
	testq	%rax, %rax
	js	.L278
	movq	32(%rbx), %rdx
	leaq	16(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L240
	movq	%rsi, 8(%rsp)
	movl	$1, %edi
	call	*%rdx
	movq	8(%rsp), %rsi
.L241:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%rbp)
	testq	%r13, %r13
	je	.L242
	leaq	36(%rsp), %r8
	xorl	%r9d, %r9d
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L249:
	movq	(%r8), %r12
	xorl	%r10d, %r10d
	movl	%r12d, %eax
	leaq	(%rax,%rax,8), %rcx
	leaq	(%rax,%rcx,2), %rax
	movq	(%rbx), %rcx
	leaq	(%rcx,%rax,8), %rax
	movslq	(%rax), %rdi
	xorl	%eax, %eax
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L243
	cmpq	$-11, %rax
	je	.L246
	cmpq	$-4, %rax
	je	.L246
	negq	%rax
	movl	%r12d, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$0, 368(%rbx)
	movl	$1, 356(%rbx)
.L239:
	movl	$2, %r12d
.L222:
	addq	$232, %rsp
	movl	%r12d, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	ret
	.p2align 4,,10
	.p2align 3
.L278:
	cmpq	$-4, %rax
	jne	.L238
.L242:
	xorl	%r12d, %r12d
	jmp	.L222
	.p2align 4,,10
	.p2align 3
.L243:
	movq	16(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L247
	movl	$1, 4(%rbp)
.L247:
	testl	%eax, %eax
	je	.L246
	movslq	0(%rbp), %rdi
	andl	$4294967295, %eax
	movq	%rdi, %rcx
	movl	%r12d, 16(%rbp,%rdi,4)
	addl	$1, %ecx
	movl	%ecx, 0(%rbp)
	movq	%rax, 80(%rbp,%rdi,8)
.L246:
	addq	$1, %r9
	addq	$12, %r8
	cmpq	%r13, %r9
	jne	.L249
	xorl	%r12d, %r12d
	jmp	.L222
	.p2align 4,,10
	.p2align 3
.L277:
	movq	(%rbx), %rax
	movl	(%rax), %ecx
	testl	%edx, %edx
	je	.L276
	movl	128(%rbx), %esi
	testl	%esi, %esi
	jne	.L276
	leaq	32(%rsp), %r8
	movl	%ecx, 32(%rsp)
	xorl	%r10d, %r10d
	movl	$7, %eax
	movl	$1, 36(%rsp)
	movl	$1, %esi
	movq	$-1, %rdx
	movq	%r8, %rdi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L274
	movq	(%rbx), %rax
.L224:
	movslq	(%rax), %rdi
	xorl	%r10d, %r10d
	xorl	%eax, %eax
	movl	$8, %edx
	movq	%r8, %rsi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L228
	cmpq	$-11, %rax
	je	.L231
	cmpq	$-4, %rax
	je	.L231
	negq	%rax
	movl	$2, %r12d
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$0, 368(%rbx)
	movl	$1, 356(%rbx)
.L232:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L235
	movq	%r8, %rsi
	movl	$1, %edi
	call	*%rdx
.L236:
	imulq	$1000000000, 32(%rsp), %rax
	addq	40(%rsp), %rax
	movq	%rax, 8(%rbp)
	jmp	.L222
	.p2align 4,,10
	.p2align 3
.L238:
	movl	$0, 364(%rbx)
	negq	%r13
	movl	%r13d, 360(%rbx)
	movq	$232, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L239
	.p2align 4,,10
	.p2align 3
.L274:
	xorl	%r12d, %r12d
	cmpq	$-4, %rax
	je	.L222
	negq	%rax
	movl	$2, %r12d
	movl	$0, 364(%rbx)
	movl	%eax, 360(%rbx)
	movq	$7, 368(%rbx)
	movl	$1, 356(%rbx)
	jmp	.L222
	.p2align 4,,10
	.p2align 3
.L276:
	leaq	32(%rsp), %r8
	jmp	.L224
	.p2align 4,,10
	.p2align 3
.L228:
	movq	32(%rsp), %rax
	movq	%rax, %rsi
	shrq	$32, %rsi
	je	.L233
	movl	$1, 4(%rbp)
.L233:
	testl	%eax, %eax
	je	.L231
	movslq	0(%rbp), %rcx
	andl	$4294967295, %eax
	movq	%rcx, %rdx
	movl	$0, 16(%rbp,%rcx,4)
	addl	$1, %edx
	movl	%edx, 0(%rbp)
	movq	%rax, 80(%rbp,%rcx,8)
.L231:
	xorl	%r12d, %r12d
	jmp	.L232
	.p2align 4,,10
	.p2align 3
.L240:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L241
	.p2align 4,,10
	.p2align 3
.L235:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r8, %rsi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L236
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
.L280:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	je	.L369
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
	movq	%rdx, 80(%rsp)
	movl	%r14d, %edx
	leaq	(%rdx,%rdx,8), %rdi
	leaq	(%rdx,%rdi,2), %rdi
	movq	(%rbx), %rdx
	movq	%rax, 328(%rbx)
	leaq	(%rdx,%rdi,8), %r15
	movl	20(%r15), %eax
	movl	28(%r15), %edi
	subl	$1, %eax
	movl	%eax, 20(%r15)
	testl	%edi, %edi
	jne	.L370
	testl	%eax, %eax
	jne	.L289
	movl	24(%r15), %eax
	testl	%eax, %eax
	jne	.L289
	movl	16(%r15), %r13d
.L290:
	movl	8(%r15), %r12d
	movl	32(%r15), %ecx
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L280
	movq	%rcx, %r15
	jmp	.L292
	.p2align 4,,10
	.p2align 3
.L371:
	addl	$1, %r12d
	cmpl	%r13d, %r12d
	jnb	.L280
.L292:
	movq	%rbp, %r8
	movq	%r15, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L371
	cmpl	$2, %eax
	jne	.L280
	.p2align 4,,10
	.p2align 3
.L293:
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movl	256(%rbx), %eax
	testl	%eax, %eax
	jne	.L372
.L329:
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
.L289:
	movl	12(%r15), %r13d
	jmp	.L290
	.p2align 4,,10
	.p2align 3
.L370:
	addl	4(%r15), %ecx
	leaq	(%rcx,%rcx,2), %rdx
	leal	1(%rcx), %r12d
	leaq	(%rcx,%rdx,4), %rdx
	movq	8(%rbx), %rcx
	leaq	(%rcx,%rdx,8), %rdx
	movl	100(%rdx), %r13d
	addl	%r12d, %r13d
	cmpl	%r13d, %r12d
	jnb	.L282
	movq	%r15, 16(%rsp)
	movl	%r12d, %r15d
	movq	%rsi, %r12
	jmp	.L284
	.p2align 4,,10
	.p2align 3
.L374:
	addl	$1, %r15d
	cmpl	%r13d, %r15d
	jnb	.L373
.L284:
	movq	%rbp, %r8
	movq	%r12, %rcx
	movl	%r15d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L374
	movq	16(%rsp), %r15
	cmpl	$2, %eax
	je	.L293
.L285:
	movl	20(%r15), %eax
.L282:
	testl	%eax, %eax
	jne	.L280
	movl	24(%r15), %eax
	testl	%eax, %eax
	jne	.L280
	movl	8(%r15), %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	finish
	testl	%eax, %eax
	je	.L280
	jmp	.L293
	.p2align 4,,10
	.p2align 3
.L373:
	movq	16(%rsp), %r15
	jmp	.L285
.L369:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r12
	testl	%eax, %eax
	jne	.L293
	movq	%rbx, %rdi
	call	flush_held
	testl	%eax, %eax
	jne	.L293
	lock orq	$0, (%rsp)
	movq	72(%rsp), %rax
	movl	(%rax), %eax
	testl	%eax, %eax
	jne	.L375
.L296:
	movq	$0, 96(%rsp)
	cmpq	$0, 48(%rbx)
	je	.L310
	movabsq	$9223372036854775807, %r14
	jg	.L376
.L300:
	leaq	96(%rsp), %r15
	jmp	.L306
	.p2align 4,,10
	.p2align 3
.L378:
	cmpq	$0, 96(%rsp)
	jne	.L304
	movl	(%r12), %eax
	testl	%eax, %eax
	jne	.L304
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L304
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L377
.L306:
	xorl	%edx, %edx
	movq	%r15, %rsi
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L378
	jmp	.L293
.L377:
	movq	32(%rbx), %rdx
	leaq	80(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L307
	movl	$1, %edi
	call	*%rdx
.L308:
	imulq	$1000000000, 80(%rsp), %rax
	addq	88(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L306
.L310:
	movl	$1, 344(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L379
.L365:
	movl	$0, 344(%rbx)
.L304:
	movl	96(%rsp), %r13d
	xorl	%r8d, %r8d
	leaq	96(%rsp), %r15
	testl	%r13d, %r13d
	jle	.L280
	movq	%r15, %rax
	movq	%rbp, 64(%rsp)
	movq	%r8, %r15
	movq	%rax, %r8
	jmp	.L312
	.p2align 4,,10
	.p2align 3
.L381:
	movl	24(%r13), %ebp
	testl	%ebp, %ebp
	jne	.L366
	movq	56(%rbx), %rax
	movl	36(%r13), %edx
	movq	192(%rbx), %rcx
	addq	$1, %rax
	subq	336(%rbx), %rax
	addq	%rcx, %rax
	cmpq	%rdx, %rax
	jnb	.L317
	movl	24(%r13), %r11d
	movq	104(%rsp), %rax
	testl	%r11d, %r11d
	jne	.L366
	movl	$1, 24(%r13)
	movq	$0, 48(%r13)
	movq	%rax, 64(%r13)
	addl	$1, 352(%rbx)
.L367:
	movq	112(%r13), %rax
	movq	%rsi, 56(%r13)
	addq	$1, %rax
	movq	%rax, 112(%r13)
.L319:
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jle	.L380
.L312:
	movl	16(%r8,%r15,4), %r9d
	movq	(%rbx), %r13
	movq	$0, 80(%rsp)
	movq	80(%r8,%r15,8), %rsi
	leaq	(%r9,%r9,8), %rax
	movq	%r9, %r14
	leaq	(%r9,%rax,2), %rdx
	salq	$3, %rdx
	addq	%rdx, %r13
	movl	28(%r13), %r12d
	testl	%r12d, %r12d
	jne	.L381
	movl	8(%r13), %ebp
	movl	4(%r13), %r12d
	movl	32(%r13), %edi
	cmpl	%ebp, %r12d
	jnb	.L322
	movq	%r13, 16(%rsp)
	movq	%rdi, %r13
	movq	%r15, 32(%rsp)
	movq	64(%rsp), %r15
	movq	%rsi, 24(%rsp)
	movq	%rdx, 40(%rsp)
	movq	%r9, 48(%rsp)
	movq	%r8, 56(%rsp)
	jmp	.L324
	.p2align 4,,10
	.p2align 3
.L383:
	addl	$1, %r12d
	cmpl	%ebp, %r12d
	jnb	.L382
.L324:
	movq	%r15, %r8
	movq	%r13, %rcx
	movl	%r12d, %edx
	movl	%r14d, %esi
	movq	%rbx, %rdi
	call	run_step
	testl	%eax, %eax
	je	.L383
	movq	16(%rsp), %r13
	movq	24(%rsp), %rsi
	movq	32(%rsp), %r15
	movq	40(%rsp), %rdx
	movq	48(%rsp), %r9
	movq	56(%rsp), %r8
	cmpl	$2, %eax
	je	.L293
	cmpl	$1, %eax
	je	.L384
.L322:
	movl	24(%r13), %r10d
	testl	%r10d, %r10d
	je	.L385
.L325:
	movq	80(%rsp), %rax
.L368:
	orq	48(%r13), %rax
	addq	56(%r13), %rsi
.L328:
	movq	%rax, 48(%r13)
	jmp	.L367
	.p2align 4,,10
	.p2align 3
.L317:
	movq	104(%rsp), %rcx
	movq	%rsi, %rdx
	movq	%rbx, %rdi
	movl	%r9d, %esi
	movq	%r8, 16(%rsp)
	call	serve_blocks
	movq	16(%rsp), %r8
	testl	%eax, %eax
	jne	.L293
	addq	$1, %r15
	cmpl	%r15d, 96(%rsp)
	jg	.L312
.L380:
	movq	64(%rsp), %rbp
	jmp	.L280
	.p2align 4,,10
	.p2align 3
.L366:
	addq	56(%r13), %rsi
	jmp	.L367
	.p2align 4,,10
	.p2align 3
.L382:
	movq	16(%rsp), %r13
	movq	24(%rsp), %rsi
	movq	32(%rsp), %r15
	movq	40(%rsp), %rdx
	movl	24(%r13), %r10d
	movq	48(%rsp), %r9
	movq	56(%rsp), %r8
	testl	%r10d, %r10d
	jne	.L325
.L385:
	movq	56(%rbx), %rax
	movq	192(%rbx), %rdi
	movq	336(%rbx), %rcx
	subq	%rcx, %rax
	addq	%rdi, %rax
	cmpq	$-1, %rax
	jne	.L326
	movl	24(%r13), %edi
	movq	104(%rsp), %rdx
	movq	80(%rsp), %rax
	testl	%edi, %edi
	jne	.L368
	movl	$1, 24(%r13)
	movq	%rdx, 64(%r13)
	addl	$1, 352(%rbx)
	jmp	.L328
.L384:
	addq	104(%r13), %rsi
	leaq	-1(%rsi), %rax
	movq	%rax, 104(%r13)
	movq	96(%r13), %rax
	addq	$1, %rax
	movq	%rax, 96(%r13)
	jmp	.L319
.L375:
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$202, %eax
	movq	72(%rsp), %rdi
	movl	$0, (%rdi)
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L296
.L326:
	movq	56(%rbx), %rax
	movl	32(%r13), %edi
	addq	(%rbx), %rdx
	andq	%rcx, %rax
	salq	$32, %rdi
	addq	$1, %rcx
	leaq	(%rax,%rax,4), %r10
	movq	16(%rbx), %rax
	orq	%r9, %rdi
	movl	8(%r13), %r9d
	leaq	(%rax,%r10,8), %rax
	movq	80(%rsp), %r10
	movq	%rsi, 8(%rax)
	movq	104(%rsp), %rsi
	movq	%rdi, 24(%rax)
	subw	4(%rdx), %r9w
	movq	%rsi, 16(%rax)
	xorl	%esi, %esi
	movq	%r10, (%rax)
	movw	%r9w, 32(%rax)
	movw	%si, 34(%rax)
	addl	$1, 20(%rdx)
	movq	%rcx, 336(%rbx)
	movq	%rcx, 320(%rbx)
	jmp	.L319
.L376:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L301
	movq	%rbp, %rsi
	movl	$1, %edi
	call	*%rdx
.L302:
	imulq	$1000000000, 80(%rsp), %r14
	addq	88(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L300
.L379:
	movq	8(%rsp), %rax
	movq	328(%rbx), %rdx
	movq	(%rax), %rax
	cmpq	%rax, %rdx
	jne	.L365
	leaq	96(%rsp), %r15
	movl	$1, %edx
	movq	%rbx, %rdi
	movq	%r15, %rsi
	call	look
	movl	$0, 344(%rbx)
	testl	%eax, %eax
	jne	.L293
	jmp	.L304
	.p2align 4,,10
	.p2align 3
.L301:
	leaq	80(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L302
.L307:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L308
.L372:
	xorl	%r10d, %r10d
	movl	$202, %eax
	movl	$129, %esi
	movl	$0, 256(%rbx)
	movl	$1, %edx
	movq	72(%rsp), %rdi
#APP
# 198 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L329
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
