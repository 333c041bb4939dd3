# Makes the index of the sample documents anew.
file(REMOVE_RECURSE ${INDEX})
execute_process(COMMAND ${INDEXER} add --db ${INDEX} ${SAMPLE}
  WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "zhengwen-index add: exit status ${status}")
endif()
