# What runs while user interrupts are open: the handler that the processor enters, and the waits, the only places that open them.
#
# eng/native/build makes UserInterruptCode.cs of this file. Its bytes lie in a page that is read and executed, and the state, of which
# UserInterruptState.cs has the fields, begins in the page behind it, which is read and written. No data, no relocations: it runs wherever
# the two pages lie.
#
# With each STUI and CLUI replaced by a NOP as long (UserInterruptCode.Flags has their places) the waits are those of the software
# delivery: another thread or process sets the bits.

        .set    state, code + 4096
        .set    pending, state          # a bit for each vector that has come
        .set    kick, 8                 # from pending: not zero ends a wait, in the same cache line, which UMONITOR watches
        .set    deliveries, state + 64  # how often the handler ran

        .text
        .globl  code, handler, wait_umwait, wait_pause, send, time_stamp
        .globl  flag_0, flag_1, flag_2, flag_3
code:

# The processor has pushed RSP, RFLAGS, RIP and the vector below the red zone of what it interrupted, and closed user interrupts. No
# register is changed; of the flags UIRET restores those of before.
        .balign 16
handler:
        endbr64
        push    %rax
        mov     8(%rsp), %rax
        lock btsq %rax, pending(%rip)
        incq    deliveries(%rip)
        pop     %rax
        lea     8(%rsp), %rsp           # UIRET does not pop the vector
        uiret

# uint64_t wait(state *rdi, uint64_t rsi): until a bit of pending or kick is set, or the time-stamp counter reaches rsi, about; takes pending.
# A user interrupt between the test and UMWAIT ends in UIRET, which clears the monitor, so that UMWAIT does not sleep.
        .balign 16
wait_umwait:
        endbr64
flag_0: stui
1:      umonitor %rdi
        mov     (%rdi), %rax
        or      kick(%rdi), %rax
        jnz     2f
        mov     %rsi, %rdx
        mov     %esi, %eax
        shr     $32, %rdx
        mov     $1, %ecx                # C0.1, the lighter sleep, which ends sooner
        umwait  %ecx
        rdtsc
        shl     $32, %rdx
        or      %rdx, %rax
        cmp     %rsi, %rax
        jb      1b
flag_1:
2:      clui
        xor     %eax, %eax
        xchg    %rax, (%rdi)
        ret

# The same for a processor without WAITPKG.
        .balign 16
wait_pause:
        endbr64
flag_2: stui
1:      mov     (%rdi), %rax
        or      kick(%rdi), %rax
        jnz     2f
        pause
        rdtsc
        shl     $32, %rdx
        or      %rdx, %rax
        cmp     %rsi, %rax
        jb      1b
flag_3:
2:      clui
        xor     %eax, %eax
        xchg    %rax, (%rdi)
        ret

# void send(uint64_t rdi): by an entry of the thread's own table of targets.
        .balign 16
send:
        endbr64
        senduipi %rdi
        ret

# uint64_t time_stamp(): the counter that the waits' deadlines are of.
        .balign 16
time_stamp:
        endbr64
        rdtsc
        shl     $32, %rdx
        or      %rdx, %rax
        ret
