	.file	"top_half.c"
	.text
	.p2align 4
	.type	flush_held, @function
flush_held:
	movq	%rdi, %rdx
	.p2align 4,,10
	.p2align 3
.L2:
	movl	344(%rdx), %eax
	testl	%eax, %eax
	je	.L1
	movl	72(%rdx), %ecx
	leaq	192(%rdx), %r8
	xorl	%esi, %esi
	testl	%ecx, %ecx
	jne	.L7
	jmp	.L4
	.p2align 4,,10
	.p2align 3
.L3:
	movl	344(%rdx), %eax
	addl	$1, %esi
	cmpl	72(%rdx), %esi
	jnb	.L4
.L18:
	testl	%eax, %eax
	je	.L4
.L7:
	movq	320(%rdx), %rax
	movq	(%r8), %rdi
	subq	%rdi, %rax
	movq	56(%rdx), %rcx
	cmpq	%rax, %rcx
	jb	.L17
	movl	%esi, %eax
	leaq	(%rax,%rax,4), %rax
	salq	$4, %rax
	addq	(%rdx), %rax
	movl	24(%rax), %edi
	testl	%edi, %edi
	je	.L3
	movl	344(%rdx), %edi
	movq	40(%rax), %r10
	movl	$0, 24(%rax)
	movq	48(%rax), %r9
	movq	32(%rax), %r11
	subl	$1, %edi
	movl	%edi, 344(%rdx)
	movq	320(%rdx), %rdi
	andq	%rdi, %rcx
	addq	$1, %rdi
	salq	$5, %rcx
	addq	16(%rdx), %rcx
	movl	%esi, 24(%rcx)
	addl	$1, %esi
	movq	%r11, (%rcx)
	movq	%r10, 8(%rcx)
	movq	%r9, 16(%rcx)
	addl	$1, 20(%rax)
	movq	%rdi, 320(%rdx)
	movl	344(%rdx), %eax
	cmpl	72(%rdx), %esi
	jb	.L18
	.p2align 4,,10
	.p2align 3
.L4:
	testl	%eax, %eax
	setne	%al
	movzbl	%al, %eax
	movl	%eax, 340(%rdx)
	lock orq	$0, (%rsp)
	movq	320(%rdx), %rax
	movq	192(%rdx), %rcx
	subq	%rcx, %rax
	cmpq	%rax, 56(%rdx)
	jnb	.L2
.L1:
	ret
	.p2align 4,,10
	.p2align 3
.L17:
	movl	344(%rdx), %eax
	jmp	.L4
	.size	flush_held, .-flush_held
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
	je	.L34
	movq	%rdi, %rax
	movq	(%r8), %rdi
	cmpl	$2, %edx
	je	.L35
	cmpl	$4, %esi
	je	.L36
	cmpl	$8, %esi
	je	.L37
	cmpl	$2, %esi
	je	.L38
	movzbl	(%rdi), %eax
.L28:
	movq	%rax, (%rbx)
	xorl	%eax, %eax
.L19:
	addq	$16, %rsp
	popq	%rbx
	ret
	.p2align 4,,10
	.p2align 3
.L36:
	movl	(%rdi), %eax
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L37:
	movq	(%rdi), %rax
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L38:
	movzwl	(%rdi), %eax
	jmp	.L28
	.p2align 4,,10
	.p2align 3
.L34:
	movq	$0, 8(%rsp)
	leaq	8(%rsp), %rsi
	movl	$17, %r9d
	.p2align 4,,10
	.p2align 3
.L21:
	movl	20(%r8), %edx
	movq	8(%r8), %rdi
	movq	%r9, %rax
	movq	(%r8), %r10
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L21
	movl	20(%r8), %edx
	cmpq	%rdx, %rax
	je	.L22
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%rdx, %rax
	jmp	.L19
	.p2align 4,,10
	.p2align 3
.L35:
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
.L22:
	movq	8(%rsp), %rax
	movq	%rax, (%rbx)
	xorl	%eax, %eax
	jmp	.L19
	.size	read_register, .-read_register
	.p2align 4
	.type	run, @function
run:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	subq	$72, %rsp
	movl	%esi, 20(%rsp)
	movq	%r8, (%rsp)
	cmpl	%ecx, %edx
	jnb	.L57
	movl	%edx, %eax
	movq	%rdi, %r13
	movl	%edx, %ebp
	movl	%ecx, %r14d
	leaq	(%rax,%rax,2), %r12
	leaq	40(%rsp), %rax
	movq	%rax, 8(%rsp)
	salq	$4, %r12
.L56:
	movq	$0, 40(%rsp)
	movq	8(%r13), %rbx
	addq	%r12, %rbx
	movl	40(%rbx), %r15d
	cmpl	$1, %r15d
	jbe	.L72
	cmpl	$4, %r15d
	je	.L72
	cmpl	$2, %r15d
	je	.L81
	movq	24(%rbx), %r8
	xorl	%eax, %eax
	cmpl	$3, %r15d
	je	.L82
.L59:
	movq	32(%rbx), %r8
	xorq	%rax, %r8
	andq	24(%rbx), %r8
	xorq	%rax, %r8
.L58:
	movl	16(%rbx), %eax
	movl	20(%rbx), %edx
	movq	%r8, 40(%rsp)
	movq	(%rbx), %rsi
	cmpl	$1, %eax
	je	.L83
	cmpl	$2, %eax
	je	.L84
	cmpl	$4, %edx
	je	.L85
	cmpl	$8, %edx
	je	.L86
	cmpl	$2, %edx
	je	.L87
	movb	%r8b, (%rsi)
	.p2align 4,,10
	.p2align 3
.L54:
	addl	$1, %ebp
	addq	$48, %r12
	cmpl	%ebp, %r14d
	jne	.L56
.L57:
	xorl	%eax, %eax
	jmp	.L39
	.p2align 4,,10
	.p2align 3
.L72:
	movq	8(%rsp), %rdx
	movq	%rbx, %rsi
	movq	%r13, %rdi
	call	read_register
	testq	%rax, %rax
	jne	.L88
	cmpl	$1, %r15d
	ja	.L48
	movq	(%rsp), %rax
	movq	40(%rsp), %r8
	movl	$8, %ecx
	subl	20(%rbx), %ecx
	movq	%r8, (%rax)
	sall	$3, %ecx
	movq	$-1, %rax
	shrq	%cl, %rax
	cmpq	%rax, %r8
	je	.L89
.L49:
	andq	24(%rbx), %r8
	testl	%r15d, %r15d
	jne	.L53
	testq	%r8, %r8
	jne	.L54
.L70:
	movl	$1, %eax
.L39:
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
.L81:
	movq	32(%rbx), %r8
	jmp	.L58
	.p2align 4,,10
	.p2align 3
.L53:
	cmpq	%r8, 32(%rbx)
	jne	.L70
	jmp	.L54
	.p2align 4,,10
	.p2align 3
.L85:
	movl	%r8d, (%rsi)
	jmp	.L54
	.p2align 4,,10
	.p2align 3
.L82:
	movq	(%rsp), %rax
	andq	(%rax), %r8
	jmp	.L58
	.p2align 4,,10
	.p2align 3
.L86:
	movq	%r8, (%rsi)
	jmp	.L54
	.p2align 4,,10
	.p2align 3
.L89:
	leaq	48(%rsp), %rdx
	leaq	80(%r13), %rsi
	movq	%r13, %rdi
	movq	%r8, 24(%rsp)
	call	read_register
	testq	%rax, %rax
	je	.L90
.L50:
	movl	20(%rsp), %eax
	movl	$0, 352(%r13)
	movl	%ebp, 360(%r13)
	movl	%eax, 356(%r13)
	movl	$0, 364(%r13)
	movl	$3, 348(%r13)
.L45:
	addq	$72, %rsp
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
.L87:
	movw	%r8w, (%rsi)
	jmp	.L54
	.p2align 4,,10
	.p2align 3
.L83:
	movq	%r8, 56(%rsp)
	leaq	56(%rsp), %rsi
	movl	$18, %r8d
	.p2align 4,,10
	.p2align 3
.L61:
	movl	20(%rbx), %edx
	movq	8(%rbx), %rdi
	movq	%r8, %rax
	movq	(%rbx), %r10
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$-4, %rax
	je	.L61
	movl	20(%rbx), %edx
	cmpq	%rdx, %rax
	je	.L54
	movq	%rax, %rdx
	negq	%rdx
	testq	%rax, %rax
	movl	$5, %eax
	cmovs	%edx, %eax
	jmp	.L64
	.p2align 4,,10
	.p2align 3
.L84:
	movq	8(%rbx), %rdi
	leaq	56(%rsp), %r9
	movl	$1, %ecx
	movl	$0, 56(%rsp)
	call	*40(%r13)
	movl	56(%rsp), %eax
	testl	%eax, %eax
	je	.L54
.L64:
	movl	%eax, 352(%r13)
	movl	20(%rsp), %eax
	movl	%ebp, 360(%r13)
	movl	%eax, 356(%r13)
	movl	$1, 364(%r13)
	movl	$2, 348(%r13)
	jmp	.L45
	.p2align 4,,10
	.p2align 3
.L48:
	movq	40(%rsp), %rax
	jmp	.L59
	.p2align 4,,10
	.p2align 3
.L90:
	movl	$4294967295, %eax
	cmpq	%rax, 48(%rsp)
	je	.L50
	leaq	56(%rsp), %rdx
	leaq	104(%r13), %rsi
	movq	%r13, %rdi
	call	read_register
	movq	24(%rsp), %r8
	testq	%rax, %rax
	jne	.L50
	movzwl	56(%rsp), %eax
	cmpq	$65535, %rax
	jne	.L49
	jmp	.L50
.L88:
	movl	%eax, 352(%r13)
	movl	20(%rsp), %eax
	movl	%ebp, 360(%r13)
	movl	%eax, 356(%r13)
	movl	$0, 364(%r13)
	movl	$2, 348(%r13)
	jmp	.L45
	.size	run, .-run
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
	js	.L146
	movslq	%edx, %r10
	leaq	32(%rsp), %rsi
	movl	$232, %eax
	movl	$16, %edx
	negq	%r10
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	movq	%rax, %r13
	testq	%rax, %rax
	js	.L147
	movq	32(%rbx), %rdx
	leaq	16(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L109
	movq	%rsi, 8(%rsp)
	movl	$1, %edi
	call	*%rdx
	movq	8(%rsp), %rsi
.L110:
	imulq	$1000000000, 16(%rsp), %rax
	addq	24(%rsp), %rax
	movq	%rax, 8(%rbp)
	testq	%r13, %r13
	je	.L111
	leaq	36(%rsp), %r8
	xorl	%r9d, %r9d
	movl	$8, %edx
	.p2align 4,,10
	.p2align 3
.L118:
	movq	(%r8), %r12
	xorl	%r10d, %r10d
	movl	%r12d, %eax
	leaq	(%rax,%rax,4), %rax
	salq	$4, %rax
	addq	(%rbx), %rax
	movslq	(%rax), %rdi
	xorl	%eax, %eax
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L112
	cmpq	$-11, %rax
	je	.L115
	cmpq	$-4, %rax
	je	.L115
	negq	%rax
	movl	%r12d, 356(%rbx)
	movl	%eax, 352(%rbx)
	movq	$0, 360(%rbx)
	movl	$1, 348(%rbx)
.L108:
	movl	$2, %r12d
.L91:
	addq	$232, %rsp
	movl	%r12d, %eax
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	ret
	.p2align 4,,10
	.p2align 3
.L147:
	cmpq	$-4, %rax
	jne	.L107
.L111:
	xorl	%r12d, %r12d
	jmp	.L91
	.p2align 4,,10
	.p2align 3
.L112:
	movq	16(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L116
	movl	$1, 4(%rbp)
.L116:
	testl	%eax, %eax
	je	.L115
	movslq	0(%rbp), %rdi
	andl	$4294967295, %eax
	movq	%rdi, %rcx
	movl	%r12d, 16(%rbp,%rdi,4)
	addl	$1, %ecx
	movl	%ecx, 0(%rbp)
	movq	%rax, 80(%rbp,%rdi,8)
.L115:
	addq	$1, %r9
	addq	$12, %r8
	cmpq	%r13, %r9
	jne	.L118
	xorl	%r12d, %r12d
	jmp	.L91
	.p2align 4,,10
	.p2align 3
.L146:
	movq	(%rbx), %rax
	movl	(%rax), %ecx
	testl	%edx, %edx
	je	.L145
	movl	128(%rbx), %edx
	testl	%edx, %edx
	jne	.L145
	leaq	32(%rsp), %r8
	movl	%ecx, 32(%rsp)
	xorl	%r10d, %r10d
	movl	$7, %eax
	movl	$1, 36(%rsp)
	movl	$1, %esi
	movq	$-1, %rdx
	movq	%r8, %rdi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	testq	%rax, %rax
	js	.L143
	movq	(%rbx), %rax
.L93:
	movslq	(%rax), %rdi
	xorl	%r10d, %r10d
	xorl	%eax, %eax
	movl	$8, %edx
	movq	%r8, %rsi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	cmpq	$8, %rax
	je	.L97
	cmpq	$-11, %rax
	je	.L100
	cmpq	$-4, %rax
	je	.L100
	negq	%rax
	movl	$2, %r12d
	movl	$0, 356(%rbx)
	movl	%eax, 352(%rbx)
	movq	$0, 360(%rbx)
	movl	$1, 348(%rbx)
.L101:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L104
	movq	%r8, %rsi
	movl	$1, %edi
	call	*%rdx
.L105:
	imulq	$1000000000, 32(%rsp), %rax
	addq	40(%rsp), %rax
	movq	%rax, 8(%rbp)
	jmp	.L91
	.p2align 4,,10
	.p2align 3
.L107:
	movl	$0, 356(%rbx)
	negq	%r13
	movl	%r13d, 352(%rbx)
	movq	$232, 360(%rbx)
	movl	$1, 348(%rbx)
	jmp	.L108
	.p2align 4,,10
	.p2align 3
.L143:
	xorl	%r12d, %r12d
	cmpq	$-4, %rax
	je	.L91
	negq	%rax
	movl	$2, %r12d
	movl	$0, 356(%rbx)
	movl	%eax, 352(%rbx)
	movq	$7, 360(%rbx)
	movl	$1, 348(%rbx)
	jmp	.L91
	.p2align 4,,10
	.p2align 3
.L145:
	leaq	32(%rsp), %r8
	jmp	.L93
	.p2align 4,,10
	.p2align 3
.L97:
	movq	32(%rsp), %rax
	movq	%rax, %rcx
	shrq	$32, %rcx
	je	.L102
	movl	$1, 4(%rbp)
.L102:
	testl	%eax, %eax
	je	.L100
	movslq	0(%rbp), %rcx
	andl	$4294967295, %eax
	movq	%rcx, %rdx
	movl	$0, 16(%rbp,%rcx,4)
	addl	$1, %edx
	movl	%edx, 0(%rbp)
	movq	%rax, 80(%rbp,%rcx,8)
.L100:
	xorl	%r12d, %r12d
	jmp	.L101
	.p2align 4,,10
	.p2align 3
.L109:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L110
	.p2align 4,,10
	.p2align 3
.L104:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
	movq	%r8, %rsi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L105
	.size	look, .-look
	.p2align 4
	.globl	top_half_run
	.type	top_half_run, @function
top_half_run:
	endbr64
	pushq	%r15
	leaq	256(%rdi), %rax
	pushq	%r14
	pushq	%r13
	leaq	200(%rdi), %r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$264, %rsp
	movq	%rax, 16(%rsp)
	leaq	32(%rsp), %rax
	movq	%rax, (%rsp)
	jmp	.L149
	.p2align 4,,10
	.p2align 3
.L209:
	movl	24(%rax), %r9d
	testl	%r9d, %r9d
	jne	.L150
	movl	16(%rax), %ecx
.L151:
	movl	8(%rax), %edx
	movq	(%rsp), %r8
	movq	%rbx, %rdi
	addl	$1, %edx
	call	run
	cmpl	$2, %eax
	je	.L153
.L149:
	movq	328(%rbx), %rdx
	movq	0(%r13), %rax
	cmpq	%rax, %rdx
	je	.L208
	movq	328(%rbx), %rdx
	movq	64(%rbx), %rax
	andq	%rdx, %rax
	addq	$1, %rdx
	salq	$4, %rax
	addq	24(%rbx), %rax
	movl	8(%rax), %esi
	movq	(%rax), %rax
	movq	%rax, 32(%rsp)
	movl	%esi, %eax
	leaq	(%rax,%rax,4), %rax
	salq	$4, %rax
	addq	(%rbx), %rax
	movq	%rdx, 328(%rbx)
	subl	$1, 20(%rax)
	je	.L209
.L150:
	movl	12(%rax), %ecx
	jmp	.L151
	.p2align 4,,10
	.p2align 3
.L208:
	movl	208(%rbx), %eax
	leaq	208(%rbx), %r12
	testl	%eax, %eax
	jne	.L153
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movq	16(%rsp), %rax
	movl	(%rax), %eax
	testl	%eax, %eax
	jne	.L210
.L156:
	movq	$0, 48(%rsp)
	cmpq	$0, 48(%rbx)
	je	.L170
	movabsq	$9223372036854775807, %r14
	jg	.L211
.L160:
	leaq	48(%rsp), %rbp
	jmp	.L166
	.p2align 4,,10
	.p2align 3
.L213:
	cmpq	$0, 48(%rsp)
	jne	.L164
	movl	(%r12), %eax
	testl	%eax, %eax
	jne	.L164
	movq	328(%rbx), %rdx
	movq	0(%r13), %rax
	cmpq	%rax, %rdx
	jne	.L164
	rep nop
	cmpq	$0, 48(%rbx)
	jns	.L212
.L166:
	xorl	%edx, %edx
	movq	%rbp, %rsi
	movq	%rbx, %rdi
	call	look
	testl	%eax, %eax
	je	.L213
	.p2align 4,,10
	.p2align 3
.L153:
	movq	%rbx, %rdi
	call	flush_held
	lock orq	$0, (%rsp)
	movl	256(%rbx), %eax
	testl	%eax, %eax
	jne	.L214
.L182:
	movl	348(%rbx), %eax
	addq	$264, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
	.p2align 4,,10
	.p2align 3
.L212:
	movq	32(%rbx), %rdx
	leaq	32(%rsp), %rsi
	testq	%rdx, %rdx
	je	.L167
	movl	$1, %edi
	call	*%rdx
.L168:
	imulq	$1000000000, 32(%rsp), %rax
	addq	40(%rsp), %rax
	cmpq	%rax, %r14
	jg	.L166
	.p2align 4,,10
	.p2align 3
.L170:
	movl	$1, 336(%rbx)
	lock orq	$0, (%rsp)
	movl	208(%rbx), %eax
	testl	%eax, %eax
	je	.L215
.L206:
	movl	$0, 336(%rbx)
.L164:
	movl	48(%rsp), %r8d
	xorl	%r15d, %r15d
	leaq	48(%rsp), %rbp
	testl	%r8d, %r8d
	jle	.L149
	movq	%r13, 24(%rsp)
	movq	%rbp, %r13
	jmp	.L172
	.p2align 4,,10
	.p2align 3
.L177:
	movq	32(%rsp), %rax
.L207:
	orq	32(%r12), %rax
	addq	40(%r12), %rbp
.L180:
	movq	%rax, 32(%r12)
	movq	72(%r12), %rax
	movq	%rbp, 40(%r12)
	addq	$1, %rax
	movq	%rax, 72(%r12)
.L176:
	addq	$1, %r15
	cmpl	%r15d, 48(%rsp)
	jle	.L216
.L172:
	movl	16(%r13,%r15,4), %eax
	movq	(%rbx), %r12
	movq	%rbx, %rdi
	movq	$0, 32(%rsp)
	movq	(%rsp), %r8
	movq	80(%r13,%r15,8), %rbp
	leaq	(%rax,%rax,4), %r14
	movq	%rax, %rsi
	movl	%eax, 12(%rsp)
	salq	$4, %r14
	addq	%r14, %r12
	movl	8(%r12), %ecx
	movl	4(%r12), %edx
	call	run
	cmpl	$2, %eax
	je	.L153
	cmpl	$1, %eax
	movl	12(%rsp), %esi
	je	.L217
	movl	24(%r12), %edi
	testl	%edi, %edi
	jne	.L177
	movq	320(%rbx), %rdx
	movq	192(%rbx), %rcx
	subq	%rcx, %rdx
	movq	56(%rbx), %rax
	cmpq	%rdx, %rax
	jnb	.L178
	movl	24(%r12), %ecx
	movq	56(%rsp), %rdx
	movq	32(%rsp), %rax
	testl	%ecx, %ecx
	jne	.L207
	movl	$1, 24(%r12)
	movq	%rdx, 48(%r12)
	addl	$1, 344(%rbx)
	jmp	.L180
	.p2align 4,,10
	.p2align 3
.L217:
	movq	64(%r12), %r9
	addq	$1, %r15
	addq	%rbp, %r9
	subq	$1, %r9
	movq	%r9, 64(%r12)
	movq	56(%r12), %rax
	addq	$1, %rax
	movq	%rax, 56(%r12)
	cmpl	%r15d, 48(%rsp)
	jg	.L172
.L216:
	movq	24(%rsp), %r13
	jmp	.L149
	.p2align 4,,10
	.p2align 3
.L178:
	movq	320(%rbx), %rdx
	movq	32(%rsp), %rcx
	addq	(%rbx), %r14
	andq	%rdx, %rax
	addq	$1, %rdx
	salq	$5, %rax
	addq	16(%rbx), %rax
	movq	%rcx, (%rax)
	movq	56(%rsp), %rcx
	movq	%rbp, 8(%rax)
	movq	%rcx, 16(%rax)
	movl	%esi, 24(%rax)
	addl	$1, 20(%r14)
	movq	%rdx, 320(%rbx)
	jmp	.L176
	.p2align 4,,10
	.p2align 3
.L210:
	xorl	%r10d, %r10d
	movl	$129, %esi
	movl	$1, %edx
	movl	$202, %eax
	movq	16(%rsp), %rdi
	movl	$0, (%rdi)
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L156
	.p2align 4,,10
	.p2align 3
.L211:
	movq	32(%rbx), %rdx
	testq	%rdx, %rdx
	je	.L161
	movq	(%rsp), %rsi
	movl	$1, %edi
	call	*%rdx
.L162:
	imulq	$1000000000, 32(%rsp), %r14
	addq	40(%rsp), %r14
	addq	48(%rbx), %r14
	jmp	.L160
	.p2align 4,,10
	.p2align 3
.L215:
	movq	328(%rbx), %rdx
	movq	0(%r13), %rax
	cmpq	%rax, %rdx
	jne	.L206
	leaq	48(%rsp), %rbp
	movl	$1, %edx
	movq	%rbx, %rdi
	movq	%rbp, %rsi
	call	look
	movl	$0, 336(%rbx)
	testl	%eax, %eax
	jne	.L153
	jmp	.L164
	.p2align 4,,10
	.p2align 3
.L161:
	leaq	32(%rsp), %rsi
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L162
.L167:
	xorl	%r10d, %r10d
	movl	$228, %eax
	movl	$1, %edi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L168
.L214:
	xorl	%r10d, %r10d
	movl	$202, %eax
	movl	$129, %esi
	movl	$0, 256(%rbx)
	movl	$1, %edx
	movq	16(%rsp), %rdi
#APP
# 174 "top_half.c" 1
	syscall
# 0 "" 2
#NO_APP
	jmp	.L182
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
