namespace TopHalf;

/// <summary>A descriptor that stands for one vector of a receiver (uintr_vector_fd).</summary>
internal sealed class UserVectorFd(int fd) : OwnedDescriptor(fd);
